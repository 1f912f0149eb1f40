import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import type { Campuses, RosterEntry } from "@/lib/exchange/plan-import";
import { areaTypeOf, schoolKindOf } from "@/lib/standard/school-kinds";
import { readSection } from "./read-data";
import { isFilingState } from "./states";

type Row = { filingId: string; schoolId: string; state: string; code: string; name: string; kind: string; area_type: string | null; operator_type: number | null; draft: unknown };
const drafts = z.record(z.string(), z.object({ data: z.unknown(), version: z.number() }));

/** Every filing of a county and year with its draft, locked for this transaction when they are about to change. */
export async function listImportRoster(tx: Tx, divisionCode: string, year: number, forUpdate: boolean): Promise<RosterEntry[]> {
  if (forUpdate) await tx.$queryRaw`SELECT id FROM filings WHERE division_code COLLATE "C" = ${divisionCode} AND year = ${year}::int ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.id AS "filingId", s.id AS "schoolId", f.state, s.code, s.name, s.kind, s.area_type, s.operator_type,
      coalesce((SELECT jsonb_object_agg(d.section, jsonb_build_object('data', d.data, 'version', d.version)) FROM filing_sections d WHERE d.filing_id = f.id), '{}') AS draft
    FROM filings f JOIN schools s ON s.id = f.school_id
    WHERE f.division_code COLLATE "C" = ${divisionCode} AND f.year = ${year}::int AND s.counted ORDER BY s.code COLLATE "C"`;
  return rows.flatMap(({ draft, state, kind, area_type: area, operator_type: operatorType, ...row }): RosterEntry[] => {
    const known = schoolKindOf(kind);
    if (!known || !isFilingState(state)) return [];
    const sections = Object.entries(drafts.parse(draft));
    return [{
      ...row, state, kind: known, areaType: areaTypeOf(area), operatorType,
      data: Object.fromEntries(sections.map(([section, { data }]) => [section, readSection(data)])),
      versions: Object.fromEntries(sections.map(([section, { version }]) => [section, version])),
    }];
  });
}

/** The 不计校数 campuses of a county, each with the code of its main school. */
export async function listCampuses(tx: Tx, divisionCode: string): Promise<Campuses> {
  const rows = await tx.school.findMany({ where: { divisionCode, counted: false, parentSchool: { isNot: null } }, select: { code: true, parentSchool: { select: { code: true } } } });
  return new Map(rows.flatMap((row) => (row.parentSchool ? [[row.code, row.parentSchool.code]] : [])));
}
