import type { Tx } from "@/lib/db/with-scope";
import { POLICY_DOCUMENTS } from "@/lib/standard/tasks";
import { isDocumentState, type DocumentState } from "./rules";

export type DocumentView = { code: string; number: number; title: string; state: DocumentState; documentNumber: string; issuedOn: string | null; note: string; taskIds: string[]; version: number };

/** A county's documents: the template's, entered or missing, then its own. */
export async function listDocuments(tx: Tx, divisionCode: string): Promise<DocumentView[]> {
  const rows = await tx.policyDocument.findMany({
    where: { divisionCode, retiredAt: null }, orderBy: { number: "asc" },
    select: { code: true, number: true, title: true, state: true, documentNumber: true, issuedOn: true, note: true, taskIds: true, version: true },
  });
  const entered = rows.map((row): DocumentView => ({ ...row, state: isDocumentState(row.state) ? row.state : "drafting", issuedOn: row.issuedOn?.toISOString().slice(0, 10) ?? null }));
  const byCode = new Map(entered.map((row) => [row.code, row]));
  const missing = (entry: (typeof POLICY_DOCUMENTS)[number]): DocumentView => ({ code: entry.code, number: entry.number, title: entry.title, state: "missing", documentNumber: "", issuedOn: null, note: "", taskIds: [], version: 0 });
  const listed = POLICY_DOCUMENTS.map((entry) => byCode.get(entry.code) ?? missing(entry));
  return [...listed, ...entered.filter((row) => !POLICY_DOCUMENTS.some((entry) => entry.code === row.code))];
}

export type IssuedCount = { code: string; name: string; issued: number; underway: number };

/** Of every county below: how many of the template's documents are issued or under way. One query. */
export async function countDocuments(tx: Tx, below: { low: string; high: string }): Promise<IssuedCount[]> {
  return tx.$queryRaw<IssuedCount[]>`
    SELECT d.code, d.name, count(p.*) FILTER (WHERE p.state = 'issued')::int AS issued, count(p.*) FILTER (WHERE p.state <> 'issued')::int AS underway
    FROM divisions d
    LEFT JOIN policy_documents p ON p.division_code = d.code AND p.retired_at IS NULL AND p.code = ANY (${POLICY_DOCUMENTS.map((entry) => entry.code)})
    WHERE d.level = 'county' AND d.code COLLATE "C" >= ${below.low} AND d.code COLLATE "C" < ${below.high}
      AND EXISTS (SELECT 1 FROM filing_years y WHERE y.division_code = d.code)
    GROUP BY d.code, d.name ORDER BY d.code`;
}
