import type { Readings } from "@/lib/standard/readings";
import { FLOOR_RATIO, INDICATORS, type IndicatorKey } from "@/lib/standard/indicators";

/** Cuts a figure to two decimals, guarding against the last bit of a double (4.20 must not print 4.19). */
function cut(value: number): number {
  const nearest = Math.round(value * 100);
  if (Math.abs(nearest - value * 100) < 1e-7 * Math.max(1, Math.abs(value))) return nearest / 100;
  return Math.floor(value * 100) / 100;
}

const print = (value: number, decimals: number) => value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** What printed figures are held against: under the rounded reading they are rounded as usual, since that is what decides. */
export const printedLimit = (readings: Readings, limit: number): number | undefined => (readings.rounding === "rounded" ? undefined : limit);

/** A threshold with all the decimals that it may have: 4.2, 2,000, 4.7145. */
export const formatThreshold = (threshold: number): string => threshold.toLocaleString("en-US", { maximumFractionDigits: 6 });

/** The floor of a threshold without the noise of a double: 85 % of 4.2 is 3.57. */
export const floorOf = (threshold: number): number => Math.round(threshold * FLOOR_RATIO * 1e8) / 1e8;

/**
 * A school's value with two decimals. Rounded as usual, except that a value below its threshold, or below the floor of it,
 * never prints as reaching it, nor the other way round: 4.196 below 4.2 prints 4.19, 3.566 below 3.57 prints 3.56.
 */
export function formatValue(_key: IndicatorKey, value: number, threshold?: number): string {
  // 4.195 is a little less as a double, and still rounds up
  if (threshold === undefined) return print(Math.round(Number((value * 100).toPrecision(13))) / 100, 2);
  const rounded = Math.round(value * 100) / 100;
  for (const limit of [floorOf(threshold), threshold]) {
    if (value >= limit && rounded < limit) return print(rounded + 0.01, 2);
    if (value >= limit || rounded < limit) continue;
    const below = cut(value);
    return print(below >= limit ? below - 0.01 : below, 2);
  }
  return print(rounded, 2);
}

/** A coefficient with three decimals; one above its limit never prints as within it: 0.5004 prints 0.501. */
export function formatCv(cv: number, limit?: number): string {
  const rounded = Math.round(cv * 1000) / 1000;
  if (limit === undefined || cv <= limit || rounded > limit) return rounded.toFixed(3);
  return (Math.floor(limit * 1000 + 1e-6) / 1000 + 0.001).toFixed(3);
}

/** “还差 6 人”, “还差 1,214.50 ㎡”. */
export function formatShortfall(key: IndicatorKey, amount: number): string {
  const { unit } = INDICATORS[key];
  return `还差 ${print(amount, unit === "㎡" ? 2 : 0)} ${unit}`;
}

/**
 * part ÷ whole in percent with one decimal, rounded half up: for shares by which nothing is judged (完成率, 占比).
 * Less than the whole never prints 100.0%, and more than nothing never 0.0%.
 */
export function formatShare(part: number, whole = 1): string {
  if (whole === 0) return "—";
  const tenths = Math.round(Number(((part / whole) * 1000).toPrecision(13)));
  if (part > 0 && tenths === 0) return "不足 0.1%";
  return `${((part < whole ? Math.min(999, tenths) : tenths) / 10).toFixed(1)}%`;
}
