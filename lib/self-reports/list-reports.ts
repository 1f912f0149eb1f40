import type { Tx } from "@/lib/db/with-scope";
import { isReportState, type ReportState, type Sections } from "./rules";
import { EMPTY_SECTIONS, storedSections } from "./schema";

export type ReportView = { unitId: string; unit: string; kind: string; state: ReportState; sections: Sections; reason: string | null; version: number };

/** Every member unit and township of a county with its self-assessment of the year, missing ones included. Two queries. */
export async function listReports(tx: Tx, divisionCode: string, year: number): Promise<ReportView[]> {
  const units = await tx.unit.findMany({ where: { divisionCode, retiredAt: null, kind: { in: ["member", "township"] } }, orderBy: [{ kind: "asc" }, { name: "asc" }], select: { id: true, name: true, kind: true } });
  const rows = new Map((await tx.selfReport.findMany({ where: { divisionCode, year }, select: { unitId: true, state: true, sections: true, reason: true, version: true } })).map((row) => [row.unitId, row]));
  return units.map(({ id, name, kind }) => {
    const row = rows.get(id);
    return { unitId: id, unit: name, kind, state: row && isReportState(row.state) ? row.state : "missing", sections: row ? storedSections.parse(row.sections) : EMPTY_SECTIONS, reason: row?.reason ?? null, version: row?.version ?? 0 };
  });
}
