/** Whole-number arithmetic that does not lose a bit. */

const SAFE = Number.MAX_SAFE_INTEGER;

/** Whether a × b × c ≥ d × e, for non-negative integers. Doubles settle what is not near a tie, whole numbers the rest. */
export function productAtLeast(a: number, b: number, c: number, d: number, e: number): boolean {
  const left = a * b * c;
  const right = d * e;
  if (Math.abs(left - right) > 1e-12 * right || (left <= SAFE && right <= SAFE)) return left >= right;
  return BigInt(a) * BigInt(b) * BigInt(c) >= BigInt(d) * BigInt(e);
}

/** ⌈numerator ÷ denominator⌉ for a positive denominator; 0 when the numerator is not positive. */
export function ceilDivide(numerator: bigint, denominator: bigint): number {
  if (numerator <= 0n) return 0;
  return Number((numerator + denominator - 1n) / denominator);
}

/** The same for integers below 2^53. */
export function ceilDivideSafe(numerator: number, denominator: number): number {
  if (numerator <= 0) return 0;
  const rest = numerator % denominator;
  return (numerator - rest) / denominator + (rest > 0 ? 1 : 0);
}

/** value × by, rounded to a whole number; a half that doubles show as 0.4999… still rounds up (1.005 × 100 = 101). */
export function scaled(value: number, by: number): number {
  const product = value * by;
  const nearest = Math.round(product);
  return Math.abs(product - nearest) < 0.4999 ? nearest : Math.round(Number(product.toPrecision(15)));
}
