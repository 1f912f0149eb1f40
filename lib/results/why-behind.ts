import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { judgeTargets } from "@/lib/targets/judge-targets";
import { isLate, progressOf } from "@/lib/targets/rules";

const answer = z.object({
  goal: z.object({ year: z.number(), draft: z.boolean() }).nullable(), planYear: z.number().nullable(),
  milestones: z.array(z.object({ dueOn: z.string(), doneOn: z.string().nullable() })),
  results: z.array(z.object({ year: z.number(), whole: z.boolean(), sections: z.number(), compliant: z.number(), verdict: z.boolean().nullable(), recognition: z.number().nullable() })),
  targets: z.array(z.object({ year: z.number(), measure: z.string(), target: z.number(), cv: z.number().nullable() })),
});

const READ = `SELECT
  (SELECT jsonb_build_object('year', target_year, 'draft', draft) FROM county_goals WHERE division_code = $1) AS goal,
  (SELECT year FROM plan_cells WHERE division_code = $1) AS "planYear",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('dueOn', due_on, 'doneOn', done_on)), '[]') FROM milestones WHERE retired_at IS NULL AND division_code = $1) AS milestones,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'whole', expected > 0 AND reported >= expected, 'sections', sections, 'compliant', compliant_sections, 'verdict', verdict, 'recognition', recognition) ORDER BY year), '[]')
    FROM county_results WHERE division_code = $1) AS results,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('year', t.year, 'measure', t.measure, 'target', t.target, 'cv', c.cv) ORDER BY t.measure), '[]')
    FROM year_targets t LEFT JOIN stage_results c ON c.division_code = t.division_code AND c.year = t.year AND t.measure = 'cv.' || c.stage || '.' || c.indicator WHERE t.retired_at IS NULL AND t.division_code = $1) AS targets`;

const SCHOOLS = `SELECT count(*)::int AS schools, count(*) FILTER (WHERE NOT before)::int AS fresh FROM (
  SELECT school_id, coalesce(bool_and(compliant AND complete) FILTER (WHERE year = $2::int), false) AS now, coalesce(bool_and(compliant AND complete) FILTER (WHERE year = $2::int - 1), false) AS before
  FROM section_results WHERE division_code = $1 AND year IN ($2::int, $2::int - 1) GROUP BY 1) s WHERE now`;
const counted = z.object({ schools: z.number(), fresh: z.number() });

/**
 * Why one county is behind its plan: what `listBehind` says of it, from a few rows and without its sums over a range (an integration
 * test holds the two against each other). Empty where it is not behind or that cannot be said. One query, two where it has targets of schools.
 */
export async function whyBehind(tx: Tx, divisionCode: string, today: string): Promise<string[]> {
  const db = asQuery(tx);
  const { goal, planYear, milestones, results, targets } = answer.parse((await db.query(READ, [divisionCode])).rows[0]);
  const wholes = results.filter((one) => one.whole && one.sections > 0);
  const newest = results.findLast((one) => one.whole);
  const own = newest ? targets.filter((target) => target.year === newest.year) : [];
  const asks = own.some(({ measure }) => measure === "schools" || measure === "newSchools");
  const schools = newest && asks ? counted.parse((await db.query(SCHOOLS, [divisionCode, newest.year])).rows[0]) : null;
  const comparable = results.some((one) => one.year === (newest?.year ?? 0) - 1 && one.whole);
  const actual = (measure: string, cv: number | null): number | null => {
    if (measure === "satisfaction") return newest?.recognition == null ? null : newest.recognition * 100;
    if (measure === "schools") return schools?.schools ?? null;
    return measure === "newSchools" ? (comparable ? (schools?.fresh ?? null) : null) : cv;
  };
  const { progress, reasons } = progressOf({
    targetYear: goal?.year ?? null, draft: goal?.draft ?? false, planYear, verdict: wholes.at(-1)?.verdict ?? null,
    points: wholes.map((one) => ({ year: one.year, share: one.compliant / one.sections })),
    targets: judgeTargets(own.map(({ cv, ...target }) => ({ ...target, actual: actual(target.measure, cv) }))).map(({ year, label, outcome, targetText, actualText }) => ({ label: `${year} 年${label}`, outcome, target: targetText, actual: actualText })),
    lateMilestones: milestones.filter((step) => isLate(step, today, goal?.draft ?? false)).length,
  }, Number(today.slice(0, 4)));
  return progress === "behind" ? reasons : [];
}
