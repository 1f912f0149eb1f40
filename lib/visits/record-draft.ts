/** A record as its form holds it, while it is typed. */
export type RecordDraft = { visitedOn: string; findings: string; results: Record<string, { result: string; note: string }>; issues: { problem: string; measure: string; dueOn: string }[] };

/** The record as it stands, for putting it right; a fresh one begins today. Issues are added, those already raised stay in the ledger. */
export function recordDraftOf(visit: { visitedOn: string | null; findings: string; results: { item: string; result: string; note: string }[] }, today: string): RecordDraft {
  return { visitedOn: visit.visitedOn ?? today, findings: visit.findings, results: Object.fromEntries(visit.results.map(({ item, result, note }) => [item, { result, note }])), issues: [] };
}
