import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { perKey, type PerKey } from "../evaluate-school";
import { chooseExceptions } from "./choose-exceptions";
import type { PlanModel } from "./model";
import { evenAfter, stageProblem } from "./stage-problem";
import type { Steps } from "./tally";

export type Found = { steps: Steps; lowerBound: number };

/** The least additions of a county in which no building is shared: the stages have nothing in common, so each is planned by itself. */
export function planSeparateStages(model: PlanModel, costs: PerKey<number>): Found | null {
  const steps = perKey((key) => new Float64Array(model.holders[key].length));
  let lowerBound = 0;
  for (const stage of STAGES) {
    const places = perKey((key) => model.holders[key].flatMap((holder, index) => (holder.parts[0]?.stage === stage ? [index] : [])));
    if (places.degreeTeachers.length === 0) continue;
    const spread = (key: (typeof INDICATOR_KEYS)[number], own: Float64Array): Float64Array => {
      const all = new Float64Array(model.holders[key].length);
      for (const [position, index] of places[key].entries()) all[index] = own[position] ?? 0;
      return all;
    };
    const plan = chooseExceptions(stageProblem(model, stage, costs), (row, own) => {
      const key = INDICATOR_KEYS[row];
      return key !== undefined && evenAfter(model, key, stage, spread(key, own));
    });
    if (!plan) return null;
    lowerBound += plan.lowerBound;
    for (const [row, key] of INDICATOR_KEYS.entries()) for (const [position, index] of places[key].entries()) steps[key][index] = plan.steps[row]?.[position] ?? 0;
  }
  return { steps, lowerBound };
}
