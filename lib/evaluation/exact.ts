/** Products of non-negative integers, compared exactly: in doubles below 2^53, in BigInt above. */

const SAFE = Number.MAX_SAFE_INTEGER;

const product = (factors: readonly number[]): number => factors.reduce((total, factor) => total * factor, 1);
const bigProduct = (factors: readonly number[]): bigint => factors.reduce((total, factor) => total * BigInt(factor), 1n);

/** Whether the product of `left` is at least that of `right`. */
export function productAtLeast(left: readonly number[], right: readonly number[]): boolean {
  const [a, b] = [product(left), product(right)];
  if (a <= SAFE && b <= SAFE) return a >= b;
  return bigProduct(left) >= bigProduct(right);
}

/** ⌈numerator ÷ denominator⌉ for a positive denominator; 0 when the numerator is not positive. */
export function ceilDivide(numerator: bigint, denominator: bigint): number {
  if (numerator <= 0n) return 0;
  return Number((numerator + denominator - 1n) / denominator);
}
