import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { YearSchool } from "@/lib/evaluation/decompose";
import { storedStages } from "@/lib/results/get-county-results";
import { schoolFactRow } from "@/lib/results/schema";
import { fromFactRow } from "@/lib/results/school-fact-row";
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

const grades = z.record(z.string(), z.number().nullable());
const gradeRow = z.object({ schools: z.record(z.string(), grades), leavers: z.number().nullable() });
/** Pupils of a school by “primary.一年级” …: what is not in its class lists is missing, a grade with a class that is not filled in is null. */
export type SchoolGrades = z.infer<typeof grades>;

/**
 * Pupils by grade of each school in a year, from the class lists of the approved filings, and the county's 六年级 of the year before
 * (null where any of it is not filled in). One query and one value.
 */
export async function listGrades(tx: Tx, divisionCode: string, year: number): Promise<z.infer<typeof gradeRow>> {
  const { rows } = await asQuery(tx).query(`
    WITH lists AS (
      SELECT v.school_id, v.year, v.data -> 'students' AS students FROM filing_versions v JOIN school_facts f ON f.school_id = v.school_id AND f.year = v.year AND f.number = v.number
      WHERE v.division_code COLLATE "C" = $1 AND v.year IN ($2::int - 1, $2::int) AND v.decision = 'approved'
    ), classes AS (
      SELECT school_id, year, 'primary' AS stage, c FROM lists, jsonb_array_elements(CASE WHEN jsonb_typeof(students -> 'primaryClassSizes') = 'array' THEN students -> 'primaryClassSizes' ELSE '[]' END) c WHERE year = $2::int OR c ->> 'grade' = '六年级'
      UNION ALL SELECT school_id, year, 'junior', c FROM lists, jsonb_array_elements(CASE WHEN jsonb_typeof(students -> 'juniorClassSizes') = 'array' THEN students -> 'juniorClassSizes' ELSE '[]' END) c WHERE year = $2::int
    ), sums AS (
      SELECT school_id, year, stage || '.' || (c ->> 'grade') AS grade, CASE WHEN bool_and(jsonb_typeof(c -> 'pupils') = 'number') THEN sum((c ->> 'pupils')::int)::int END AS pupils FROM classes WHERE c ->> 'grade' IS NOT NULL GROUP BY 1, 2, 3
    ), schools AS (SELECT school_id, json_object_agg(grade, pupils) AS grades FROM sums WHERE year = $2::int GROUP BY 1)
    SELECT (SELECT coalesce(json_object_agg(school_id, grades), '{}') FROM schools) AS schools, (SELECT CASE WHEN bool_and(pupils IS NOT NULL) THEN sum(pupils)::int END FROM sums WHERE year < $2::int) AS leavers`, [divisionCode, year]);
  return gradeRow.parse(rows[0]);
}
