import type { ProvinceStanding } from "./list-province-standings";

/** Counties that meet the standard by the results of a year, beside those that are to have applied by then; null: no result yet. */
export type TrendYear = { year: number; met: number | null; reported: number; planned: number };

/** From the first year with results or plans to the last planned one; planned counts are cumulative. */
export function trendOf(provinces: ProvinceStanding[]): TrendYear[] {
  const results = provinces.flatMap((province) => province.years.filter((one) => one.reported > 0));
  const plans = provinces.flatMap((province) => province.plan);
  const years = [...results, ...plans].map((one) => one.year);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at).map((year) => {
    const reported = results.filter((one) => one.year === year);
    return {
      year, reported: reported.reduce((sum, one) => sum + one.reported, 0),
      met: reported.length === 0 ? null : reported.reduce((sum, one) => sum + one.compliant, 0),
      planned: plans.filter((one) => one.year <= year).reduce((sum, one) => sum + one.n, 0),
    };
  });
}
