import type { IndicatorKey, Stage } from "@/lib/standard/indicators";
import type { PlanModel } from "./model";
import { STEP } from "./units";

/** One indicator of one stage over holders: what each part has, in steps of addition that it counts itself. */
export type Cone = { key: IndicatorKey; stage: Stage; limit: number; students: Float64Array; parts: { holder: number; share: number; base: number }[] };

/** `share`: how much of one step of the holder the part counts, weight × pupils ÷ weighted pupils of the building. */
export function coneOf(model: PlanModel, key: IndicatorKey, stage: Stage): Cone | null {
  const parts = model.holders[key].flatMap((holder, index) => holder.parts.flatMap((part) => (part.stage === stage ? [{ holder: index, share: (part.amount.weight * part.amount.students) / part.amount.pool, base: part.amount.quantity / STEP[key], students: part.amount.students }] : [])));
  return parts.length === 0 ? null : { key, stage, limit: model.limit[stage], students: Float64Array.from(parts, (part) => part.students), parts };
}

/** What the parts have after `steps` by holder. */
export const amountsAfter = ({ parts }: Cone, steps: ArrayLike<number>): Float64Array => Float64Array.from(parts, ({ holder, share, base }) => share * (base + (steps[holder] ?? 0)));

/** S ÷ X̄ by plain doubles. */
export function spreadOf({ students }: Cone, amounts: Float64Array): number {
  let [pupils, sum, squares] = [0, 0, 0];
  for (let i = 0; i < amounts.length; i += 1) {
    pupils += students[i] as number;
    sum += amounts[i] as number;
    squares += ((amounts[i] as number) * (amounts[i] as number)) / (students[i] as number);
  }
  return sum === 0 ? Infinity : Math.sqrt(Math.max((pupils * squares) / (sum * sum) - 1, 0));
}

export type Cut = { terms: Map<number, number>; atMost: number };

/**
 * A linear inequality that every plan within the limit fulfils, the sharpest at `steps`; null where the coefficient there is well
 * below its limit. f(X) = S − c·X̄ is convex and homogeneous, so ∇f(Y)·X ≤ f(X) ≤ 0 for every Y with S > 0.
 */
export function cutAt(cone: Cone, steps: ArrayLike<number>): Cut | null {
  const amounts = amountsAfter(cone, steps);
  if (spreadOf(cone, amounts) <= cone.limit * (1 - 1e-6)) return null;
  return gradientCut(cone, amounts.map((amount, i) => amount / (cone.students[i] as number)));
}

function gradientCut({ students, parts, limit }: Cone, ratios: Float64Array): Cut | null {
  let [pupils, sum] = [0, 0];
  for (let i = 0; i < ratios.length; i += 1) {
    pupils += students[i] as number;
    sum += (ratios[i] as number) * (students[i] as number);
  }
  const mean = sum / pupils;
  let squares = 0;
  for (let i = 0; i < ratios.length; i += 1) squares += (students[i] as number) * ((ratios[i] as number) - mean) ** 2;
  const spread = Math.sqrt(squares / pupils);
  if (!(spread > 1e-12 * mean)) return null;
  const terms = new Map<number, number>();
  let atMost = 0;
  for (const [i, { holder, share, base }] of parts.entries()) {
    const slope = share * (((ratios[i] as number) - mean) / spread - limit);
    terms.set(holder, (terms.get(holder) ?? 0) + slope);
    atMost -= slope * base;
  }
  return { terms, atMost };
}
