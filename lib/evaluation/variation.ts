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

type Group = { n: bigint; p: bigint; share: bigint; square: bigint };

/** Sections of the same pupils and pool add up before their fractions do, so that a large county's fractions stay short. */
function grouped(amounts: readonly Amount[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { quantity, weight, pool, students } of amounts) {
    const key = `${students}/${pool}`;
    const share = BigInt(quantity) * BigInt(weight);
    const group = groups.get(key);
    if (group) {
      group.share += share;
      group.square += share * share;
    } else groups.set(key, { n: BigInt(students), p: BigInt(pool), share, square: share * share });
  }
  return [...groups.values()];
}

type Fraction = [above: bigint, below: bigint];
/** Adds fractions two by two, so that most of the products are of short numbers. */
function sumOf(parts: Fraction[]): Fraction {
  if (parts.length <= 1) return parts[0] ?? [0n, 1n];
  const half = parts.length >> 1;
  const [a, b] = sumOf(parts.slice(0, half));
  const [c, d] = sumOf(parts.slice(half));
  return [a * d + c * b, b * d];
}

/** On which side of the limit a coefficient lies: N·Σx²/n against (1 + L²)(Σx)², each x = quantity × weight × n ÷ pool, in whole numbers. */
function exactSide(limit: number, amounts: readonly Amount[]): "below" | "level" | "above" {
  const groups = grouped(amounts);
  const [sum, sumPool] = sumOf(groups.map(({ n, p, share }) => [share * n, p]));
  const [squares, squaresPool] = sumOf(groups.map(({ n, p, square }) => [square * n, p * p]));
  const pupils = amounts.reduce((total, { students }) => total + BigInt(students), 0n);
  const scale = BigInt(LIMIT_SCALE);
  const whole = BigInt(Math.round(limit * LIMIT_SCALE));
  const left = pupils * squares * sumPool * sumPool * scale * scale;
  const right = (scale * scale + whole * whole) * sum * sum * squaresPool;
  return left < right ? "below" : left === right ? "level" : "above";
}

/** The doubles next to a positive number. */
const above = (value: number): number => value * (1 + Number.EPSILON);
const below = (value: number): number => value * (1 - Number.EPSILON);

/** The first coefficient that three decimals print above the limit: 0.5005 for 0.50. */
export const roundedBound = (limit: number): number => (Math.floor(limit * 1000 + 1e-6) * 10 + 5) / 10_000;

/**
 * A coefficient and whether it is within its limit; `rounded`: by its three decimals (reading `rounding`). Near a tie the doubles
 * could err by a bit, so it is decided in whole numbers, and the coefficient given is on the side that was decided: its figure
 * never contradicts the verdict.
 */
export function judgeCv(cv: number | null, limit: number, amounts: () => readonly Amount[], rounded = false): { cv: number | null; cvPass: boolean } {
  if (cv === null) return { cv, cvPass: false };
  const bound = rounded ? roundedBound(limit) : limit;
  if (Math.abs(cv - bound) > TIE) return { cv, cvPass: cv <= bound };
  const side = exactSide(bound, amounts());
  if (rounded) return side === "below" ? { cv: Math.min(cv, below(bound)), cvPass: true } : { cv: Math.max(cv, bound), cvPass: false };
  return side === "above" ? { cv: Math.max(cv, above(bound)), cvPass: false } : { cv: Math.min(cv, bound), cvPass: true };
}
