import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { YearSchool } from "@/lib/evaluation/decompose";
import { storedStages } from "@/lib/results/get-county-results";
import { schoolFactRow } from "@/lib/results/schema";
import { fromFactRow } from "@/lib/results/school-fact-row";
import { storedReadings, storedThresholds } from "@/lib/standard/schema";

/** Without what only the items of 政府保障 and 教育质量 need. */
const factRow = z.object({ fact: schoolFactRow.omit({ more: true }), parent_code: z.string().nullable() });

/** The approved facts of a county in some years, school by school. One query. */
export async function readYears(tx: Tx, divisionCode: string, years: readonly number[]): Promise<Map<number, YearSchool[]>> {
  const { rows } = await asQuery(tx).query(
    `SELECT to_jsonb(f) - 'more' AS fact, p.code AS parent_code FROM school_facts f LEFT JOIN schools s ON s.id = f.school_id LEFT JOIN schools p ON p.id = s.parent_school_id
      WHERE f.division_code COLLATE "C" = $1 AND f.year = ANY ($2::int[]) ORDER BY f.code COLLATE "C"`, [divisionCode, years]);
  const found = new Map<number, YearSchool[]>(years.map((year) => [year, []]));
  for (const { fact, parent_code } of z.array(factRow).parse(rows)) found.get(fact.year)?.push({ id: fact.school_id, facts: fromFactRow({ ...fact, parent_code }) });
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

const gradeRow = z.object({ school: z.string(), year: z.number(), stage: z.enum(["primary", "junior"]), grade: z.string(), pupils: z.number().nullable() });
export type GradeRow = z.infer<typeof gradeRow>;

/** Pupils by grade from the class lists of the approved filings of two years; a class whose pupils are not filled in makes its grade unknown. One query. */
export async function listGrades(tx: Tx, divisionCode: string, years: readonly number[]): Promise<GradeRow[]> {
  const { rows } = await asQuery(tx).query(`
    WITH lists AS (
      SELECT v.school_id, v.year, v.data -> 'students' AS students FROM filing_versions v JOIN school_facts f ON f.school_id = v.school_id AND f.year = v.year AND f.number = v.number
      WHERE v.division_code COLLATE "C" = $1 AND v.year = ANY ($2::int[]) AND v.decision = 'approved'
    ), classes AS (
      SELECT school_id, year, 'primary' AS stage, c FROM lists, jsonb_array_elements(CASE WHEN jsonb_typeof(students -> 'primaryClassSizes') = 'array' THEN students -> 'primaryClassSizes' ELSE '[]' END) c
      UNION ALL SELECT school_id, year, 'junior', c FROM lists, jsonb_array_elements(CASE WHEN jsonb_typeof(students -> 'juniorClassSizes') = 'array' THEN students -> 'juniorClassSizes' ELSE '[]' END) c
    )
    SELECT school_id AS school, year, stage, c ->> 'grade' AS grade, CASE WHEN bool_and(jsonb_typeof(c -> 'pupils') = 'number') THEN sum((c ->> 'pupils')::int)::int END AS pupils FROM classes WHERE c ->> 'grade' IS NOT NULL GROUP BY 1, 2, 3, 4`, [divisionCode, years]);
  return z.array(gradeRow).parse(rows);
}
