/** Recognitions that were published in a year (`n`) and revocations (`lost`). */
export type RecognisedYear = { year: number; n: number; lost: number };
type Input = {
  results: readonly { year: number; reported: number; compliant: number }[];
  plan: readonly { year: number; n: number }[];
  recognised: readonly RecognisedYear[];
  /** The year of the first batch of 国家认定 on this platform: what was recognised before is not on record. Null: there is none. */
  since: number | null;
  /** The year that is running. */
  thisYear: number;
};

/**
 * A year of a place: counties that meet the standard by the approved data of its 学年初 (`met`; null: nothing is whole yet), those that
 * the plans name until its end, and those that are recognised at its end, revocations taken off (null: before the first batch of the
 * platform, or still to come). What meets the standard by data is not recognised by it.
 */
export type TrendYear = { year: number; met: number | null; reported: number; planned: number; recognised: number | null };

/** What the number of recognised counties rests on, in the words that stand beside it wherever it is shown. */
export const RECOGNISED_BASIS = "已认定按国家公布并在本平台办理的认定，撤销的已减去；平台启用前的认定不在内";

/** Recognised until the end of a year; null where the platform has no batch or had none yet. */
export function recognisedUntil(events: readonly RecognisedYear[], since: number | null, year: number): number | null {
  if (since === null || year < since) return null;
  return events.filter((one) => one.year <= year).reduce((sum, { n, lost }) => sum + n - lost, 0);
}

/** From the first year with results, plans or recognitions to the last; planned and recognised counts are cumulative. */
export function trendOf({ results, plan, recognised, since, thisYear }: Input): TrendYear[] {
  const whole = results.filter((one) => one.reported > 0);
  const years = [...whole, ...plan, ...recognised].map((one) => one.year);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at).map((year) => {
    const reported = whole.filter((one) => one.year === year);
    return {
      year, reported: reported.reduce((sum, one) => sum + one.reported, 0),
      met: reported.length === 0 ? null : reported.reduce((sum, one) => sum + one.compliant, 0),
      planned: plan.filter((one) => one.year <= year).reduce((sum, one) => sum + one.n, 0),
      recognised: year > thisYear ? null : recognisedUntil(recognised, since, year),
    };
  });
}
