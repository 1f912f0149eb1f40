import { leastLevel } from "./level";

/** Beyond this many further steps the search gives up: no county comes near. */
const MOST_TRIES = 200_000;
/** Far above the error of sums of doubles. */
const TIE = 1e-8;

/** Steps of each section if every step whose marginal (2X + 1) ÷ n lies below `threshold` is taken. */
function takenBelow(threshold: number, base: Float64Array, floors: Float64Array, students: Float64Array): Float64Array {
  return floors.map((floor, i) => Math.max(floor, Math.ceil((threshold * (students[i] as number) - 1) / 2 - (base[i] as number))));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The least whole number of steps with fixed whole floors, exactly. For a given total the mean is fixed, and what remains is to
 * minimise the separable convex Σ X_i² ÷ n_i: giving each step to the smallest marginal (2X + 1) ÷ n is optimal for every total at
 * once (the solutions are nested). So the totals are tried one by one from the bound of the continuous problem upward, and the
 * first that holds the limit is the least. `even` is the evaluation's own judgement. Null if none was found.
 */
export function leastWholeSteps(base: Float64Array, floors: Float64Array, students: Float64Array, limit: number, even: (steps: Float64Array) => boolean): Float64Array | null {
  const start = leastLevel(base.map((amount, i) => amount + (floors[i] as number)), students, limit);
  if (start.level === 0 && even(floors)) return Float64Array.from(floors);
  const least = Math.ceil((start.total - sumOf(base)) * (1 - 1e-12) - 1e-6);
  let [low, high] = [0, 2 * start.level + 4];
  for (let round = 0; round < 100 && low < high; round += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const taken = sumOf(takenBelow(middle, base, floors, students));
    if (taken <= least) low = middle;
    else high = middle;
    if (taken === least) break;
  }
  const steps = takenBelow(low, base, floors, students);
  let [pupils, sum, squares] = [0, 0, 0];
  for (let i = 0; i < steps.length; i += 1) {
    const own = (base[i] as number) + (steps[i] as number);
    pupils += students[i] as number;
    sum += own;
    squares += (own * own) / (students[i] as number);
  }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // clearly uneven is settled in doubles; what looks even, or nearly so, is the evaluation's to judge
    if (pupils * squares <= (1 + limit * limit) * sum * sum * (1 + TIE) && even(steps)) return steps;
    let [best, marginal] = [0, Infinity];
    for (let i = 0; i < steps.length; i += 1) {
      const own = (2 * ((base[i] as number) + (steps[i] as number)) + 1) / (students[i] as number);
      if (own < marginal) [best, marginal] = [i, own];
    }
    steps[best] = (steps[best] as number) + 1;
    sum += 1;
    squares += marginal;
  }
  return null;
}

/** The most even whole distribution of `total` over sections that each keep at least their `least`; null where the total is too small. */
export function evenest(least: Float64Array, students: Float64Array, total: number): Float64Array | null {
  if (sumOf(least) > total) return null;
  const base = new Float64Array(least.length);
  let [low, high] = [0, (2 * total + 2) / students.reduce((fewest, count) => Math.min(fewest, count), Infinity)];
  for (let round = 0; round < 100; round += 1) {
    const middle = (low + high) / 2;
    const taken = sumOf(takenBelow(middle, base, least, students));
    if (taken <= total) low = middle;
    else high = middle;
    if (taken === total) break;
  }
  const amounts = takenBelow(low, base, least, students);
  for (let rest = total - sumOf(amounts); rest > 0; rest -= 1) {
    let [best, marginal] = [0, Infinity];
    for (let i = 0; i < amounts.length; i += 1) {
      const own = (2 * (amounts[i] as number) + 1) / (students[i] as number);
      if (own < marginal) [best, marginal] = [i, own];
    }
    amounts[best] = (amounts[best] as number) + 1;
  }
  return amounts;
}
