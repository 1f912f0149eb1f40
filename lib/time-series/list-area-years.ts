import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";

const year = z.object({ year: z.number(), reported: z.number(), resourcePassed: z.number(), compliant: z.number(), sections: z.number(), compliantSections: z.number() });
const over = z.object({ year: z.number(), stage: z.enum(STAGES), indicator: z.enum(INDICATOR_KEYS), counties: z.number(), over: z.number() });
export type AreaYear = z.infer<typeof year>;
export type AreaOver = z.infer<typeof over>;
const answer = z.object({ counties: z.number(), years: z.array(year), over: z.array(over) });

/** The nation reads the counters that the database keeps (0024), never its counties. */
const NATION = `SELECT (SELECT count(*)::int FROM divisions WHERE level = 'county' AND valid_to IS NULL) AS counties,
  (SELECT coalesce(jsonb_agg(y ORDER BY year), '[]') FROM (SELECT year, sum(reported)::int AS reported, sum(resource_passed)::int AS "resourcePassed", sum(compliant)::int AS compliant, sum(sections)::int AS sections, sum(compliant_sections)::int AS "compliantSections" FROM result_counts GROUP BY year) y) AS years,
  (SELECT coalesce(jsonb_agg(o), '[]') FROM (SELECT year, stage, indicator, sum(n) FILTER (WHERE step >= 0)::int AS counties, coalesce(sum(n) FILTER (WHERE step >= 0 AND NOT passed), 0)::int AS over FROM cv_counts GROUP BY 1, 2, 3 HAVING sum(n) FILTER (WHERE step >= 0) > 0) o) AS over`;

const AREA = `SELECT (SELECT count(*)::int FROM divisions WHERE level = 'county' AND valid_to IS NULL AND code COLLATE "C" >= $1 AND code COLLATE "C" < $2) AS counties,
  (SELECT coalesce(jsonb_agg(y ORDER BY year), '[]') FROM (SELECT year, count(*) FILTER (WHERE expected > 0 AND reported >= expected)::int AS reported, count(*) FILTER (WHERE resource_verdict)::int AS "resourcePassed", count(*) FILTER (WHERE verdict)::int AS compliant,
    sum(sections)::int AS sections, sum(compliant_sections)::int AS "compliantSections" FROM county_results WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 GROUP BY year) y) AS years,
  (SELECT coalesce(jsonb_agg(o), '[]') FROM (SELECT year, stage, indicator, count(cv)::int AS counties, count(cv) FILTER (WHERE NOT cv_pass)::int AS over FROM stage_results JOIN county_results r USING (division_code, year) WHERE r.expected > 0 AND r.reported >= r.expected AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 GROUP BY 1, 2, 3 HAVING count(cv) > 0) o) AS over`;

/** How many counties of a place were whole, passed and exceeded each coefficient, by year; the nation's counters of coefficients hold counties that are not whole, too. One query. */
export async function listAreaYears(tx: Tx, code: string): Promise<z.infer<typeof answer>> {
  const { rows } = await asQuery(tx).query(code === "cn" ? NATION : AREA, code === "cn" ? [] : codeRange(code));
  return answer.parse(rows[0]);
}
