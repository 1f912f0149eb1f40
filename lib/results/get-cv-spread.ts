import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import type { IndicatorKey, Stage } from "@/lib/standard/indicators";

export type CvSpread = {
  stage: Stage;
  indicator: IndicatorKey;
  counties: number;
  withinLimit: number;
  min: number | null;
  p25: number | null;
  median: number | null;
  p75: number | null;
  max: number | null;
};

/** How the counties below a place are spread in each of the 7 × 2 coefficients. One query. */
export async function getCvSpread(tx: Tx, code: string, year: number): Promise<CvSpread[]> {
  const [low, high] = codeRange(code);
  return tx.$queryRaw<CvSpread[]>`
    SELECT stage, indicator, count(*)::int AS counties, count(*) FILTER (WHERE cv_pass)::int AS "withinLimit", min(cv) AS min,
      percentile_cont(0.25) WITHIN GROUP (ORDER BY cv) AS p25, percentile_cont(0.5) WITHIN GROUP (ORDER BY cv) AS median,
      percentile_cont(0.75) WITHIN GROUP (ORDER BY cv) AS p75, max(cv) AS max
    FROM stage_results WHERE year = ${year}::int AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
    GROUP BY stage, indicator`;
}
