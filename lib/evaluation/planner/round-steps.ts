import { STAGES, type IndicatorKey } from "@/lib/standard/indicators";
import { amountsAfter, coneOf, type Cone } from "./cone-cuts";
import type { PlanModel } from "./model";
import { evenAfter } from "./stage-problem";
import { STEP } from "./units";

/** More steps than any rounding needs. */
const MOST_STEPS = 100_000;

type Sums = { cone: Cone; pupils: number; sum: number; squares: number; amounts: Float64Array; byHolder: Map<number, number[]> };

function sumsOf(cone: Cone, steps: Float64Array): Sums {
  const amounts = amountsAfter(cone, steps);
  const sums: Sums = { cone, pupils: 0, sum: 0, squares: 0, amounts, byHolder: new Map() };
  for (const [i, { holder }] of cone.parts.entries()) {
    const [amount, count] = [amounts[i] as number, cone.students[i] as number];
    sums.pupils += count;
    sums.sum += amount;
    sums.squares += (amount * amount) / count;
    sums.byHolder.set(holder, [...(sums.byHolder.get(holder) ?? []), i]);
  }
  return sums;
}

/** How far over the limit, as N·Σx²÷n over (1 + c²)(Σx)² − 1; after one more step of a holder if one is given. */
function excess({ cone, pupils, sum, squares, amounts, byHolder }: Sums, holder?: number): number {
  let [total, square] = [sum, squares];
  for (const i of holder === undefined ? [] : (byHolder.get(holder) ?? [])) {
    const share = cone.parts[i]?.share ?? 0;
    total += share;
    square += (share * (2 * (amounts[i] as number) + share)) / (cone.students[i] as number);
  }
  return (pupils * square) / ((1 + cone.limit * cone.limit) * total * total) - 1;
}

/**
 * Whole steps of one indicator near a solution in fractions, floors kept and limits held: rounded down, then one step at a time to
 * the holder that takes most of the excess of the stages still above their limits. Null if that leads nowhere.
 */
export function roundedSteps(model: PlanModel, key: IndicatorKey, floors: Float64Array, fractions: ArrayLike<number>): Float64Array | null {
  const steps = floors.map((floor, index) => Math.max(floor, Math.floor((fractions[index] ?? 0) + 1e-6)));
  const cones = STAGES.flatMap((stage) => coneOf(model, key, stage) ?? []);
  for (let tries = 0; tries < MOST_STEPS; tries += 1) {
    const open = cones.filter(({ stage }) => !evenAfter(model, key, stage, steps));
    if (open.length === 0) return steps;
    const sums = cones.map((cone) => sumsOf(cone, steps));
    const now = sums.map((own) => excess(own));
    let [best, least] = [-1, 0];
    for (let holder = 0; holder < steps.length; holder += 1) {
      let change = 0;
      for (const [at, own] of sums.entries()) {
        if (!own.byHolder.has(holder)) continue;
        const before = now[at] ?? 0;
        const isOpen = open.includes(own.cone);
        if (isOpen || before > -1e-6) change += Math.max(excess(own, holder), isOpen ? -1 : 0) - Math.max(before, isOpen ? -1 : 0);
      }
      if (change < least) [best, least] = [holder, change];
    }
    if (best < 0) return null;
    steps[best] = (steps[best] ?? 0) + 1;
  }
  return null;
}

/** How a pupil of a stage weighs in a shared building: 小学 1 : 初中 1.1. */
const WEIGHT = { primary: 1, junior: 1.1 } as const;
const HALVINGS = 60;

/**
 * Whole steps with all schools raised towards one ratio a stage. A building gives its stages ratios of 1 : 1.1, so one number raises
 * every school to the same ratios, and far enough up nothing is uneven: this never fails, and is used where rounding leads nowhere.
 */
export function raisedSteps(model: PlanModel, key: IndicatorKey, floors: Float64Array): Float64Array {
  const at = (ratio: number): Float64Array => floors.map((floor, index) => {
    const part = model.holders[key][index]?.parts[0];
    if (!part) return floor;
    const { pool, weight, quantity } = part.amount;
    return Math.max(floor, Math.ceil((ratio * WEIGHT[part.stage] * pool) / weight - quantity / STEP[key]));
  });
  const even = (steps: Float64Array): boolean => STAGES.every((stage) => evenAfter(model, key, stage, steps));
  let high = 1;
  while (!even(at(high)) && high < Number.MAX_SAFE_INTEGER / 2) high *= 2;
  let low = 0;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (even(at(middle))) high = middle;
    else low = middle;
  }
  return at(high);
}
