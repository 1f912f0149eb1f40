import type { Tx } from "@/lib/db/with-scope";
import { toItemFacts } from "@/lib/items/item-facts";
import { toFactRow, type SchoolFactRow } from "@/lib/results/school-fact-row";
import { areaTypeOf, schoolKindOf } from "@/lib/standard/school-kinds";
import { toSchoolFacts } from "./facts";
import { readFiling } from "./read-data";

type Row = { id: string; code: string; name: string; kind: string; operator_type: number | null; area_type: string | null; parent_code: string | null; data: unknown };

/**
 * 实时数据（未审定）: the latest numbers of every school of a roster, as rows of the evaluation: a draft where one is being written,
 * else the last submission. One query; what nobody typed is missing, never zero. Row-level security shows drafts to the county
 * and its schools only.
 */
export async function listLiveSchools(tx: Tx, divisionCode: string, year: number): Promise<SchoolFactRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, s.code, s.name, s.kind, s.operator_type, s.area_type, p.code AS parent_code, coalesce(
      (SELECT jsonb_object_agg(d.section, d.data) FROM filing_sections d WHERE d.filing_id = f.id AND f.state IN ('open', 'returned', 'correcting')),
      (SELECT v.data FROM filing_versions v WHERE v.filing_id = f.id ORDER BY v.number DESC LIMIT 1), '{}') AS data
    FROM filings f JOIN schools s ON s.id = f.school_id LEFT JOIN schools p ON p.id = s.parent_school_id
    WHERE f.division_code COLLATE "C" = ${divisionCode} AND f.year = ${year}::int AND s.counted ORDER BY s.code COLLATE "C"`;
  return rows.flatMap((row) => {
    const kind = schoolKindOf(row.kind);
    if (!kind) return [];
    const data = readFiling(row.data);
    const facts = toSchoolFacts({ code: row.code, name: row.name, kind, operatorType: row.operator_type, areaType: areaTypeOf(row.area_type) }, data);
    return [{ ...toFactRow({ schoolId: row.id, year, divisionCode, number: 0 }, facts, toItemFacts(data)), parent_code: row.parent_code }];
  });
}
