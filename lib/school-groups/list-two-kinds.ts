import type { Tx } from "@/lib/db/with-scope";
import { isSmall } from "./rules";

/** A school with what 两类学校 are judged by; null: not in the approved figures. `counsellors`: 专职心理健康教育教师. */
export type KindOfSchool = { id: string; name: string; pupils: number | null; small: boolean | null; boarding: boolean; counsellors: number | null };

/** The approved figures of a county's schools in a year, by code. seed: C5 */
export async function listTwoKinds(tx: Tx, divisionCode: string, year: number): Promise<KindOfSchool[]> {
  const rows = await tx.$queryRaw<Omit<KindOfSchool, "small">[]>`
    SELECT s.id, s.name, CASE WHEN f.school_id IS NULL OR (f.primary_students IS NULL AND f.junior_students IS NULL) THEN NULL ELSE coalesce(f.primary_students, 0) + coalesce(f.junior_students, 0) END AS pupils,
      coalesce((f.more ->> 'boarding')::boolean, s.boarding) AS boarding, (f.more ->> 'counsellors')::int AS counsellors
    FROM schools s LEFT JOIN school_facts f ON f.school_id = s.id AND f.year = ${year}::int
    WHERE s.division_code COLLATE "C" = ${divisionCode} AND s.closed_on IS NULL AND s.kind NOT IN ('vocational', 'special') AND (f.school_id IS NOT NULL OR s.parent_school_id IS NULL) ORDER BY s.code COLLATE "C"`;
  return rows.map((row) => ({ ...row, small: isSmall(row.pupils) }));
}
