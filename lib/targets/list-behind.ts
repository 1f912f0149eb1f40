import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { forecastYear, isLate, progressOf, type Progress } from "./rules";
import { judgeTargets } from "./judge-targets";

export type BehindRow = { code: string; name: string; city: string; targetYear: number | null; draft: boolean; planYear: number | null; latest: { year: number; text: string } | null; /** 测算: when all units would be at standard at the pace so far. */ forecast: number | null; progress: Progress; reasons: string[] };

const row = z.object({
  code: z.string(), name: z.string(), city: z.string(), targetYear: z.number().nullable(), draft: z.boolean(), planYear: z.number().nullable(),
  results: z.array(z.object({ year: z.number(), whole: z.boolean(), sections: z.number(), compliant: z.number(), verdict: z.boolean().nullable() })),
  targets: z.array(z.object({ year: z.number(), measure: z.string(), target: z.number(), actual: z.number().nullable() })),
  milestones: z.array(z.object({ dueOn: z.string(), doneOn: z.string().nullable() })),
});

/**
 * Targets of a range with their actuals from the stored results of the same year, as SQL: the one place where a target meets
 * its figure. $1 and $2 bound the codes. Null wherever the year is not whole: incomplete is never zero.
 */
export const TARGETS_SQL = `
  whole AS MATERIALIZED (
    SELECT division_code, year, (expected > 0 AND reported >= expected) AS whole, sections, compliant_sections, verdict, recognition FROM county_results
    WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2
  ), wanted AS MATERIALIZED (
    SELECT division_code, year, measure, target FROM year_targets WHERE retired_at IS NULL AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2
  ), school_years AS (
    SELECT DISTINCT w.division_code, y.year FROM wanted w CROSS JOIN LATERAL (VALUES (w.year), (w.year - 1)) y(year) WHERE w.measure IN ('schools', 'newSchools')
  ), standing AS MATERIALIZED (
    SELECT s.division_code, s.year, s.school_id FROM section_results s JOIN school_years y ON y.division_code = s.division_code AND y.year = s.year
    WHERE s.division_code COLLATE "C" >= $1 AND s.division_code COLLATE "C" < $2
    GROUP BY s.division_code, s.year, s.school_id HAVING bool_and(s.compliant AND s.complete)
  ), fresh AS MATERIALIZED (
    SELECT s.division_code, s.year, count(*) AS schools, count(*) FILTER (WHERE b.school_id IS NULL) AS new_schools
    FROM standing s LEFT JOIN standing b ON b.school_id = s.school_id AND b.year = s.year - 1 GROUP BY 1, 2
  ), measured AS (
    SELECT w.division_code, w.year, w.measure, w.target::float8 AS target, CASE
      WHEN w.measure = 'satisfaction' THEN 100 * r.recognition
      WHEN NOT coalesce(r.whole, false) THEN NULL
      WHEN w.measure = 'schools' THEN coalesce(f.schools, 0)
      WHEN w.measure = 'newSchools' THEN CASE WHEN b.whole THEN coalesce(f.new_schools, 0) END
      ELSE c.cv END::float8 AS actual
    FROM wanted w LEFT JOIN whole r ON r.division_code = w.division_code AND r.year = w.year LEFT JOIN whole b ON b.division_code = w.division_code AND b.year = w.year - 1
      LEFT JOIN fresh f ON f.division_code = w.division_code AND f.year = w.year
      LEFT JOIN stage_results c ON c.division_code = w.division_code AND c.year = w.year AND w.measure = 'cv.' || c.stage || '.' || c.indicator
  )`;

/** Every county below a place with how it stands to its plan by its own newest whole year, and why. One query. */
export async function listBehind(tx: Tx, code: string, today: string): Promise<BehindRow[]> {
  const [low, high] = codeRange(code);
  const found = await tx.$queryRawUnsafe<unknown[]>(`
    WITH ${TARGETS_SQL}, results AS (
      SELECT division_code, jsonb_agg(jsonb_build_object('year', year, 'whole', whole, 'sections', sections, 'compliant', compliant_sections, 'verdict', verdict) ORDER BY year) AS list FROM whole GROUP BY 1
    ), latest AS (
      SELECT division_code, max(year) AS year FROM whole WHERE whole GROUP BY 1
    ), targets AS (
      SELECT m.division_code, jsonb_agg(jsonb_build_object('year', m.year, 'measure', m.measure, 'target', m.target, 'actual', m.actual) ORDER BY m.measure) AS list
      FROM measured m JOIN latest l ON l.division_code = m.division_code AND l.year = m.year GROUP BY 1
    ), steps AS (
      SELECT division_code, jsonb_agg(jsonb_build_object('dueOn', due_on, 'doneOn', done_on)) AS list FROM milestones
      WHERE retired_at IS NULL AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 GROUP BY 1
    )
    SELECT d.code, d.name, c.name AS city, g.target_year AS "targetYear", coalesce(g.draft, false) AS draft, p.year AS "planYear",
      coalesce(r.list, '[]') AS results, coalesce(t.list, '[]') AS targets, coalesce(m.list, '[]') AS milestones
    FROM divisions d JOIN divisions c ON c.code = left(d.code, 4) LEFT JOIN county_goals g ON g.division_code = d.code LEFT JOIN plan_cells p ON p.division_code = d.code
      LEFT JOIN results r ON r.division_code = d.code LEFT JOIN targets t ON t.division_code = d.code LEFT JOIN steps m ON m.division_code = d.code
    WHERE d.level = 'county' AND d.valid_to IS NULL AND d.code COLLATE "C" >= $1 AND d.code COLLATE "C" < $2 ORDER BY d.code COLLATE "C"`, low, high);
  const thisYear = Number(today.slice(0, 4));
  return z.array(row).parse(found).map(({ results, targets, milestones, ...county }) => {
    const wholes = results.filter((one) => one.whole && one.sections > 0);
    const latest = wholes.at(-1);
    const standing = {
      ...county,
      verdict: latest?.verdict ?? null,
      points: wholes.map((one) => ({ year: one.year, share: one.compliant / one.sections })),
      targets: judgeTargets(targets).map(({ year, label, outcome, targetText, actualText }) => ({ label: `${year} 年${label}`, outcome, target: targetText, actual: actualText })),
      lateMilestones: milestones.filter((step) => isLate(step, today, county.draft)).length,
    };
    return { ...county, latest: latest ? { year: latest.year, text: `${latest.compliant}／${latest.sections}` } : null, forecast: forecastYear(standing.points), ...progressOf(standing, thisYear) };
  });
}
