import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { YearSchool } from "@/lib/evaluation/decompose";
import { storedStages } from "@/lib/results/get-county-results";
import { schoolFactRow } from "@/lib/results/schema";
import { fromFactRow } from "@/lib/results/school-fact-row";
import type { Stage } from "@/lib/standard/indicators";
import { storedReadings, storedThresholds } from "@/lib/standard/schema";

/** Without what only the items of 政府保障 and 教育质量 need. */
const factRow = schoolFactRow.omit({ more: true });
const COLUMNS = Object.keys(factRow.shape).filter((name) => name !== "parent_code").map((name) => `f.${name}`).join(", ");
const factRows = z.object({ list: z.array(factRow) });

/** The approved facts of a county in some years, school by school. One query and one value: hundreds of rows cost more to carry than to read. */
export async function readYears(tx: Tx, divisionCode: string, years: readonly number[]): Promise<Map<number, YearSchool[]>> {
  const { rows } = await asQuery(tx).query(
    `SELECT coalesce(json_agg(own ORDER BY code COLLATE "C"), '[]') AS list FROM (
      SELECT ${COLUMNS}, (SELECT p.code FROM schools s JOIN schools p ON p.id = s.parent_school_id WHERE s.id = f.school_id) AS parent_code FROM school_facts f
      WHERE f.division_code COLLATE "C" = $1 AND f.year = ANY ($2::int[])) own`, [divisionCode, years]);
  const found = new Map<number, YearSchool[]>(years.map((year) => [year, []]));
  for (const fact of factRows.parse(rows[0]).list) found.get(fact.year)?.push({ id: fact.school_id, facts: fromFactRow(fact) });
  return found;
}

/** Every year of a county's stored results, oldest first; a year whose roster is not approved whole is marked. One query. */
export async function listCountyYears(tx: Tx, divisionCode: string) {
  const rows = await tx.countyResult.findMany({
    where: { divisionCode }, orderBy: { year: "asc" },
    select: { year: true, expected: true, reported: true, sections: true, compliantSections: true, resourceVerdict: true, verdict: true, stages: true, readings: true, thresholds: true, computedAt: true },
  });
  return rows.map(({ readings, thresholds, stages, ...row }) => ({
    ...row, stages: storedStages.parse(stages), standard: { readings: storedReadings.parse(readings), thresholds: storedThresholds.parse(thresholds) }, whole: row.expected > 0 && row.reported >= row.expected,
  }));
}
export type CountyYear = Awaited<ReturnType<typeof listCountyYears>>[number];

const gradeRow = z.tuple([z.string(), z.number(), z.enum(["primary", "junior"]), z.string(), z.number().nullable()]);
const gradeRows = z.object({ list: z.array(gradeRow) });
export type GradeRow = { school: string; year: number; stage: Stage; grade: string; pupils: number | null };

/** Pupils by grade from the class lists of the approved filings of two years; a class whose pupils are not filled in makes its grade unknown. One query and one value. */
export async function listGrades(tx: Tx, divisionCode: string, years: readonly number[]): Promise<GradeRow[]> {
  const { rows } = await asQuery(tx).query(`
    WITH lists AS (
      SELECT v.school_id, v.year, v.data -> 'students' AS students FROM filing_versions v JOIN school_facts f ON f.school_id = v.school_id AND f.year = v.year AND f.number = v.number
      WHERE v.division_code COLLATE "C" = $1 AND v.year = ANY ($2::int[]) AND v.decision = 'approved'
    ), classes AS (
      SELECT school_id, year, 'primary' AS stage, c FROM lists, jsonb_array_elements(CASE WHEN jsonb_typeof(students -> 'primaryClassSizes') = 'array' THEN students -> 'primaryClassSizes' ELSE '[]' END) c
      UNION ALL SELECT school_id, year, 'junior', c FROM lists, jsonb_array_elements(CASE WHEN jsonb_typeof(students -> 'juniorClassSizes') = 'array' THEN students -> 'juniorClassSizes' ELSE '[]' END) c
    ), grades AS (
      SELECT school_id, year, stage, c ->> 'grade' AS grade, CASE WHEN bool_and(jsonb_typeof(c -> 'pupils') = 'number') THEN sum((c ->> 'pupils')::int)::int END AS pupils FROM classes WHERE c ->> 'grade' IS NOT NULL GROUP BY 1, 2, 3, 4
    )
    SELECT coalesce(json_agg(json_build_array(school_id, year, stage, grade, pupils)), '[]') AS list FROM grades`, [divisionCode, years]);
  return gradeRows.parse(rows[0]).list.map(([school, year, stage, grade, pupils]) => ({ school, year, stage, grade, pupils }));
}
