import { INDICATOR_KEYS, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { valueOf, type Amount } from "../amounts";
import { judgeCv, variation } from "../variation";
import { grown, type Holder, type PlanModel } from "./model";
import { STEP } from "./units";

/** One indicator of a stage whose sections count each unit fully; amounts in steps of addition. */
export type Row = { key: IndicatorKey; holders: Holder[]; cost: number; base: Float64Array; high: Float64Array; low: Float64Array };

/** One stage of a county without shared buildings. */
export type StageProblem = { stage: Stage; students: Float64Array; limit: number; rows: Row[] };

/** The cost of one step of each indicator, from the cost of a raw unit. */
export type StepCosts = Record<IndicatorKey, number>;

export function stageProblem(model: PlanModel, stage: Stage, costs: StepCosts, keys: readonly IndicatorKey[] = INDICATOR_KEYS): StageProblem {
  const students = Float64Array.from(model.sections.filter((section) => section.stage === stage), (section) => section.students);
  const rows = keys.map((key): Row => {
    const holders = model.holders[key].filter((holder) => holder.parts[0]?.stage === stage);
    const parts = holders.flatMap((holder) => holder.parts);
    return {
      key, holders, cost: costs[key],
      base: Float64Array.from(parts, ({ amount }) => amount.quantity / STEP[key]),
      high: Float64Array.from(parts, (part) => part.high),
      low: Float64Array.from(parts, (part) => part.low),
    };
  });
  return { stage, students, limit: model.limit[stage], rows };
}

/** The evaluation's own judgement of the coefficient of one stage and indicator after `steps` (by holder) were added. */
export function evenAfter(model: PlanModel, key: IndicatorKey, stage: Stage, steps: ArrayLike<number>): boolean {
  const holders = model.holders[key];
  const most = model.sections.length;
  const [values, students] = [new Float64Array(most), new Float64Array(most)];
  let known = 0;
  const held: Amount = { quantity: 0, weight: 1, pool: 1, students: 1 };
  const amounts = () => model.holders[key].flatMap((holder, index) => holder.parts.flatMap((part) => (part.stage === stage ? [grown(key, part, steps[index] ?? 0)] : [])));
  for (let index = 0; index < holders.length; index += 1) {
    for (const { stage: own, amount } of (holders[index] as Holder).parts) {
      if (own !== stage) continue;
      // one object for all: this runs for every step that might be spared
      held.quantity = amount.quantity + (steps[index] ?? 0) * STEP[key];
      held.weight = amount.weight;
      held.pool = amount.pool;
      values[known] = valueOf(key, held);
      students[known] = amount.students;
      known += 1;
    }
  }
  if (known === 0) return true;
  return judgeCv(variation(values.subarray(0, known), students.subarray(0, known)).cv, model.cvLimit[stage], amounts, model.rounded).cvPass;
}
