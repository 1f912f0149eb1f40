import type { Tx } from "@/lib/db/with-scope";
import { readFiling, readSection } from "./read-data";
import type { FilingData } from "./form";

/** The working draft of a filing with the version of each section. */
export async function getDraft(tx: Tx, filingId: string): Promise<{ data: FilingData; versions: Record<string, number> }> {
  const rows = await tx.filingSection.findMany({ where: { filingId }, select: { section: true, data: true, version: true } });
  return {
    data: Object.fromEntries(rows.map((row) => [row.section, readSection(row.data)])),
    versions: Object.fromEntries(rows.map((row) => [row.section, row.version])),
  };
}

/** The approved values of a school's year; empty when there are none. */
export async function getApproved(tx: Tx, schoolId: string, year: number): Promise<FilingData> {
  const row = await tx.filingVersion.findFirst({ where: { schoolId, year, decision: "approved" }, orderBy: { number: "desc" }, select: { data: true } });
  return row ? readFiling(row.data) : {};
}
