import type { Tx } from "@/lib/db/with-scope";
import type { SchoolKind } from "@/lib/standard/school-kinds";

export type SchoolState = { id: string; code: string; name: string; kind: SchoolKind; areaType: string | null; state: string };

/** The roster of a county and year with the state of each filing, by school code. One query. */
export async function listSchoolStates(tx: Tx, divisionCode: string, year: number): Promise<SchoolState[]> {
  return tx.$queryRaw<SchoolState[]>`
    SELECT s.id, s.code, s.name, s.kind, s.area_type AS "areaType", f.state FROM filings f JOIN schools s ON s.id = f.school_id
    WHERE f.division_code COLLATE "C" = ${divisionCode} AND f.year = ${year}::int ORDER BY s.code COLLATE "C"`;
}
