import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { figuresOf } from "@/lib/exchange/imported-fields";
import type { StatisticsMapping } from "@/lib/exchange/statistics-mapping";
import type { ImportSource } from "./import-source";

const WRITE = `INSERT INTO statistics_figures (school_id, year, division_code, filed_by_school_id, data, sha256, imported_by)
SELECT f.school_id, f.year, f.division_code, f.filed_by_school_id, r.data, $2, $3 FROM jsonb_to_recordset($1::jsonb) AS r(filing_id text, data jsonb) JOIN filings f ON f.id = r.filing_id
ON CONFLICT (school_id, year) DO UPDATE SET data = excluded.data, sha256 = excluded.sha256, filed_by_school_id = excluded.filed_by_school_id,
  version = statistics_figures.version + 1, imported_by = excluded.imported_by, imported_at = now()
WHERE statistics_figures.data IS DISTINCT FROM excluded.data RETURNING school_id`;

const REMEMBER = `INSERT INTO statistics_mappings (division_code, mapping, updated_by) VALUES ($1, $2::jsonb, $3)
ON CONFLICT (division_code) DO UPDATE SET mapping = excluded.mapping, version = statistics_mappings.version + 1, updated_by = excluded.updated_by, updated_at = now()
WHERE statistics_mappings.mapping IS DISTINCT FROM excluded.mapping RETURNING version`;

/** Keeps the figures of the statistics beside the filings, and the mapping for the county's next import; says whether anything changed. Two queries. */
export async function storeStatistics(tx: Tx, source: ImportSource, by: { userId: string; divisionCode: string; sha256: string }, mapping: StatisticsMapping): Promise<boolean> {
  const filings = new Map(source.roster.map(({ code, filingId }) => [code, filingId]));
  const rows = source.placed.flatMap(({ facts }) => { const filingId = filings.get(facts.code); return filingId ? [{ filing_id: filingId, data: figuresOf(facts) }] : []; });
  const db = asQuery(tx);
  const figures = await db.query(WRITE, [JSON.stringify(rows), by.sha256, by.userId]);
  const remembered = await db.query(REMEMBER, [by.divisionCode, JSON.stringify(mapping), by.userId]);
  return figures.rows.length + remembered.rows.length > 0;
}
