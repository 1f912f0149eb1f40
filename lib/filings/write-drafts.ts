import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { PlannedSchool } from "@/lib/exchange/planned";

const WRITE = `INSERT INTO filing_sections (filing_id, section, division_code, school_id, filed_by_school_id, data, version, updated_by, updated_at)
SELECT r.filing_id, r.section, f.division_code, f.school_id, f.filed_by_school_id, r.data, 1, $2, now()
FROM jsonb_to_recordset($1::jsonb) AS r(filing_id text, section text, data jsonb) JOIN filings f ON f.id = r.filing_id
ON CONFLICT (filing_id, section) DO UPDATE SET data = filing_sections.data || excluded.data, version = filing_sections.version + 1,
  updated_by = excluded.updated_by, updated_at = excluded.updated_at`;

/** Writes planned changes over the drafts, a new version for each section that changes. The caller holds the filings' locks. One query. */
export async function writeDrafts(tx: Tx, userId: string, schools: readonly PlannedSchool[]): Promise<void> {
  const rows = schools.flatMap(({ filingId, changes }) => [...new Set(changes.map(({ section }) => section))].map((section) => ({
    filing_id: filingId,
    section,
    data: Object.fromEntries(changes.filter((change) => change.section === section).map(({ key, to }) => [key, to])),
  })));
  if (rows.length > 0) await asQuery(tx).query(WRITE, [JSON.stringify(rows), userId]);
}
