import { INDICATORS, type IndicatorKey } from "@/lib/standard/indicators";

/** Cuts or raises a figure to so many decimals, guarding against the last bit of a double (4.20 must not print 4.19). */
function toward(value: number, decimals: number, up: boolean): number {
  const scale = 10 ** decimals;
  const nearest = Math.round(value * scale);
  if (Math.abs(nearest - value * scale) < 1e-7 * Math.max(1, Math.abs(value))) return nearest / scale;
  return (up ? Math.ceil(value * scale) : Math.floor(value * scale)) / scale;
}

const print = (value: number, decimals: number) => value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/**
 * A school's value with two decimals. Rounded as usual, except that a value below its threshold never prints as reaching it:
 * 4.196 below 4.2 prints 4.19.
 */
export function formatValue(_key: IndicatorKey, value: number, threshold?: number): string {
  const rounded = Math.round(value * 100) / 100;
  if (threshold === undefined || value >= threshold || rounded < threshold) return print(rounded, 2);
  const cut = toward(value, 2, false);
  return print(cut >= threshold ? threshold - 0.01 : cut, 2);
}

/** A coefficient with three decimals; one above its limit never prints as within it: 0.5004 prints 0.501. */
export function formatCv(cv: number, limit?: number): string {
  const rounded = Math.round(cv * 1000) / 1000;
  if (limit === undefined || cv <= limit || rounded > limit) return rounded.toFixed(3);
  return (limit + 0.001).toFixed(3);
}

/** “还差 6 人”, “还差 1,214.50 ㎡”. */
export function formatShortfall(key: IndicatorKey, amount: number): string {
  const { unit } = INDICATORS[key];
  return `还差 ${print(amount, unit === "㎡" ? 2 : 0)} ${unit}`;
}
