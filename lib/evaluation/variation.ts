import type { Amount } from "./amounts";

export type Variation = { mean: number; sd: number; cv: number | null };

const TIE = 1e-9;

/**
 * Enrolment-weighted population coefficient of variation over the county's total ratio: X̄ = Σx ÷ Σn, S² = Σ (n/N)(x/n − X̄)²,
 * CV = S ÷ X̄ (STANDARD B.4). `ratios[i]` is per pupil (or per 100); sums run in the order given.
 */
export function variation(ratios: ArrayLike<number>, students: ArrayLike<number>): Variation {
  const first = ratios[0] ?? 0;
  let pupils = 0;
  let total = 0;
  let level = true;
  for (let i = 0; i < ratios.length; i += 1) {
    const ratio = ratios[i] ?? 0;
    const count = students[i] ?? 0;
    pupils += count;
    total += ratio * count;
    if (ratio !== first) level = false;
  }
  if (level) return { mean: first, sd: 0, cv: first === 0 ? null : 0 };
  const mean = total / pupils;
  let squares = 0;
  for (let i = 0; i < ratios.length; i += 1) {
    const distance = (ratios[i] ?? 0) - mean;
    squares += (students[i] ?? 0) * distance * distance;
  }
  const sd = Math.sqrt(squares / pupils);
  return { mean, sd, cv: mean === 0 ? null : sd / mean };
}

/** Coefficients are compared with limits of six decimals. */
const LIMIT_SCALE = 1_000_000;

/** CV ≤ L ⇔ N·Σx²/n ≤ (1 + L²)(Σx)², each x = quantity × weight × n ÷ pool, in whole numbers. */
function exactlyWithin(limit: number, amounts: readonly Amount[]): boolean {
  let [sum, sumPool] = [0n, 1n]; // Σx as a fraction
  let [squares, squaresPool] = [0n, 1n]; // Σx²/n as a fraction
  let pupils = 0n;
  for (const { quantity, weight, pool, students } of amounts) {
    const [share, n, p] = [BigInt(quantity) * BigInt(weight), BigInt(students), BigInt(pool)];
    sum = sum * p + share * n * sumPool;
    sumPool *= p;
    squares = squares * p * p + share * share * n * squaresPool;
    squaresPool *= p * p;
    pupils += n;
  }
  const scale = BigInt(LIMIT_SCALE);
  const whole = BigInt(Math.round(limit * LIMIT_SCALE));
  return pupils * squares * sumPool * sumPool * scale * scale <= (scale * scale + whole * whole) * sum * sum * squaresPool;
}

/** The next double above a positive number. */
const above = (value: number): number => value * (1 + Number.EPSILON);

/**
 * A coefficient and whether it is within its limit. Near a tie the doubles could err by a bit, so it is decided in whole
 * numbers, and the coefficient given is on the side that was decided: its figure never contradicts the verdict.
 */
export function judgeCv(cv: number | null, limit: number, amounts: () => readonly Amount[]): { cv: number | null; cvPass: boolean } {
  if (cv === null) return { cv, cvPass: false };
  if (Math.abs(cv - limit) > TIE) return { cv, cvPass: cv <= limit };
  const cvPass = exactlyWithin(limit, amounts());
  return { cv: cvPass ? Math.min(cv, limit) : Math.max(cv, above(limit)), cvPass };
}
