/** The least total of one indicator in one stage with fixed floors, and what one more unit of each floor costs. */
export type Level = {
  /** The common ratio below which nobody may stay; 0 where the floors alone are even enough. */
  level: number;
  /** Σ max(floor, level × pupils). */
  total: number;
  /**
   * What one more unit of each floor costs while the limit binds: 1 + λ·∂f÷∂X_i with the greatest λ that leaves no price negative.
   * For every X within the limit ΣX ≥ Σ prices·X, and so it is for any mean of such prices and of ones (where the limit is slack).
   */
  prices: Float64Array;
};

/** By ratio, lowest first. */
function orderOf(floors: Float64Array, students: Float64Array): { order: number[]; ratios: Float64Array } {
  const ratios = floors.map((floor, index) => floor / (students[index] as number));
  const order = Array.from(ratios.keys()).sort((a, b) => (ratios[a] as number) - (ratios[b] as number));
  return { order, ratios };
}

/**
 * Minimise ΣX subject to X_i ≥ floor_i and S ≤ c·X̄, where X̄ = ΣX ÷ N and S² = Σ (n_i ÷ N)(X_i ÷ n_i − X̄)².
 *
 * The answer is X_i = max(floor_i, L·n_i) with one level L. Proof. S is a seminorm of X and X̄ is linear, so f(X) = S − c·X̄ is
 * convex and the conditions of Karush, Kuhn and Tucker are sufficient. Where S > 0,
 *     ∂f ÷ ∂X_i = (1 ÷ N)·((X_i ÷ n_i − X̄) ÷ S − c),
 * (the terms through X̄ cancel, since Σ n_i(X_i ÷ n_i − X̄) = 0): it depends on nothing but the section's own ratio, and grows
 * with it. With every unit at the same cost 1 a multiplier λ ≥ 0 must give 1 + λ·∂f÷∂X_i = 0 for each section above its floor
 * and ≥ 0 for each at its floor. The first says that all sections above their floors have one and the same ratio, call it L; the
 * second that sections at their floors have a ratio ≥ L. That is X_i = max(floor_i, L·n_i). Conversely, raising L moves X along
 * sections with ratio L ≤ X̄, whose gradient is negative, so f falls until S = 0 at the latest: the first L with f ≤ 0 exists and
 * fulfils the conditions with λ = −1 ÷ (∂f÷∂X at ratio L). The price of a floor is 1 + λ·∂f÷∂X_i = (r_i − L) ÷ (X̄ + cS − L).
 * (The same holds for any one cost per unit. It needs that a section counts each of its units fully: see shared-premises.ts.)
 */
export function leastLevel(floors: Float64Array, students: Float64Array, limit: number): Level {
  const size = floors.length;
  let [pupils, sum, squares] = [0, 0, 0];
  for (let i = 0; i < size; i += 1) {
    const [floor, count] = [floors[i] as number, students[i] as number];
    pupils += count;
    sum += floor;
    squares += (floor * floor) / count;
  }
  const bound = 1 + limit * limit;
  if (pupils * squares <= bound * sum * sum) return { level: 0, total: sum, prices: slackPrices(floors, students, limit, pupils) };
  const { order, ratios } = orderOf(floors, students);
  // with the `raised` lowest at level L: pupils·(L²·raised + rest²) = bound·(L·raised + rest)²
  let [raised, rest, restSquares, level] = [0, sum, squares, 0];
  for (const [position, index] of order.entries()) {
    const [floor, count] = [floors[index] as number, students[index] as number];
    raised += count;
    rest -= floor;
    restSquares -= (floor * floor) / count;
    if (position === size - 1) {
      level = ratios[index] as number;
      break;
    }
    const next = ratios[order[position + 1] as number] as number;
    const total = next * raised + rest;
    if (pupils * (next * next * raised + restSquares) > bound * total * total) continue;
    const [a, b, c] = [raised * (pupils - bound * raised), bound * rest * raised, pupils * restSquares - bound * rest * rest];
    const root = c / (b + Math.sqrt(Math.max(b * b - a * c, 0)));
    level = Math.min(Math.max(root, ratios[index] as number), next);
    break;
  }
  return pricesAt(floors, students, ratios, level, limit, pupils);
}

/** The prices of a limit that is kept already: as if the lowest section were about to be raised. */
function slackPrices(floors: Float64Array, students: Float64Array, limit: number, pupils: number): Float64Array {
  const ratios = floors.map((floor, i) => floor / (students[i] as number));
  return pricesAt(floors, students, ratios, ratios.reduce((least, ratio) => Math.min(least, ratio), Infinity), limit, pupils).prices;
}

/** Total and prices at a level that holds the limit exactly. */
function pricesAt(floors: Float64Array, students: Float64Array, ratios: Float64Array, level: number, limit: number, pupils: number): Level {
  let [total, squares] = [0, 0];
  for (let i = 0; i < floors.length; i += 1) {
    const amount = Math.max(floors[i] as number, level * (students[i] as number));
    total += amount;
    squares += (amount * amount) / (students[i] as number);
  }
  const mean = total / pupils;
  const spread = Math.sqrt(Math.max(squares / pupils - mean * mean, 0));
  const reach = mean + limit * spread - level;
  const prices = ratios.map((ratio) => (reach > 0 ? Math.max(ratio - level, 0) / reach : 1));
  return { level, total, prices };
}
