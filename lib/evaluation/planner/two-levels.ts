import { STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { amountsAfter, coneOf, spreadOf, type Cone } from "./cone-cuts";
import { leastLevel } from "./level";
import type { PlanModel } from "./model";

type PerStage = Record<Stage, number>;
/** How much of a step a part counts, and what that is per pupil. */
type PartView = { stage: Stage; share: number; unit: number };
type View = { base: number; floor: number; parts: PartView[] };

const HALVINGS = 44;
const ROUNDS = 40;
/** The multiplier lies between these, as parts of 1 ÷ (X̄ + cS). */
const RANGE = { least: 1e-6, most: 1e7 };
const SETTLED = 1e-9;

/** X̄ + c·S of a stage after `steps`: the ratio above which more makes the stage more uneven. */
function pivotOf(cone: Cone, steps: Float64Array): number {
  const amounts = amountsAfter(cone, steps);
  const pupils = cone.students.reduce((sum, count) => sum + count, 0);
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / pupils;
  return mean * (1 + cone.limit * Math.min(spreadOf(cone, amounts), 1e3));
}

/** Steps of one holder under the multipliers of its stages. */
function stepsOf({ base, floor, parts }: View, pivots: PerStage, multipliers: PerStage): number {
  let [pull, firm] = [-1, 0];
  for (const { stage, share, unit } of parts) {
    pull += multipliers[stage] * share * pivots[stage];
    firm += multipliers[stage] * share * unit;
  }
  return firm <= 0 ? floor : Math.max(pull / firm - base, floor);
}

const within = (cone: Cone, steps: Float64Array): boolean => spreadOf(cone, amountsAfter(cone, steps)) <= cone.limit * (1 - 1e-10);

/**
 * Additions in fractions to school totals with fixed floors, all stages within their limits. In the optimum a step is worth its
 * cost in every holder above its floor: with multipliers K_g ≥ 0 of the stages (scaled by cost, pupils and S_g), a part that counts
 * δ_g of a step and has the ratio r_g,
 *     Σ K_g·δ_g·(X̄_g + c_g·S_g − r_g) = 1,
 * which is linear in the holder's total. A section that counts each step fully has r = X̄ + cS − 1 ÷ K, the level of level.ts; a
 * shared building lies between what its parts would need, and lower where a senior part takes some of it. The multiplier of each
 * stage in turn is the least that keeps its limit, with X̄ + cS as they stood before, until nothing moves any more. That
 * this is the least is not claimed here: the bound of the program with cuts says how near it is.
 */
export function twoLevels(model: PlanModel, key: IndicatorKey, floors: Float64Array): Float64Array {
  const cones = STAGES.flatMap((stage) => coneOf(model, key, stage) ?? []);
  const views: View[] = Array.from(floors, (floor) => ({ base: 0, floor, parts: [] }));
  for (const { stage, students, parts } of cones) {
    for (const [i, { holder, share, base }] of parts.entries()) {
      const view = views[holder];
      if (!view) continue;
      view.base = base;
      view.parts.push({ stage, share, unit: share / (students[i] as number) });
    }
  }
  if (model.holders[key].every(({ stage }) => stage !== null)) return oneLevel(cones, floors);
  let steps = Float64Array.from(floors);
  const pivots: PerStage = { primary: 1, junior: 1 };
  const multipliers: PerStage = { primary: 0, junior: 0 };
  const settle = () => {
    steps = Float64Array.from(views, (view) => stepsOf(view, pivots, multipliers));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = steps.reduce((sum, own) => sum + own, 0);
    for (const cone of cones) {
      for (const other of cones) pivots[other.stage] = pivotOf(other, steps);
      leastMultiplier(pivots[cone.stage], (value) => {
        multipliers[cone.stage] = value;
        settle();
        return within(cone, steps);
      });
    }
    const after = steps.reduce((sum, own) => sum + own, 0);
    if (Math.abs(after - before) <= SETTLED * (1 + after) && cones.every((cone) => within(cone, steps))) break;
  }
  return steps;
}

/** Where no holder is shared the answer is known: the level of each stage by itself. */
function oneLevel(cones: readonly Cone[], floors: Float64Array): Float64Array {
  const steps = Float64Array.from(floors);
  for (const cone of cones) {
    const { level } = leastLevel(amountsAfter(cone, floors), cone.students, cone.limit);
    for (const [i, { holder, base }] of cone.parts.entries()) steps[holder] = Math.max(level * (cone.students[i] as number) - base, floors[holder] ?? 0);
  }
  return steps;
}

/** The least multiplier at which `keeps` holds; tried last, so that it stays. */
function leastMultiplier(pivot: number, keeps: (value: number) => boolean): void {
  if (keeps(0)) return;
  let [low, high] = [Math.log(RANGE.least / pivot), Math.log(RANGE.most / pivot)];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (keeps(Math.exp(middle))) high = middle;
    else low = middle;
  }
  keeps(Math.exp(high));
}
