import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import type { LedgerState } from "./rules";

type Entry = { id: string; divisionCode: string; schoolId: string | null; state: LedgerState };
type Line = { act: string; toState: LedgerState; text: string };

/** The office that acts, as the history names it. */
export const officeName = ({ office }: Actor): string => office.unitName ?? office.schoolName ?? (office.office === "inspector" ? `${office.divisionName}责任督学` : office.divisionName);

/** One line of an entry's history, in the transaction of the act. */
export async function logEntry(tx: Tx, actor: Actor, entry: Entry, line: Line): Promise<void> {
  await tx.ledgerEvent.createMany({
    data: { id: randomUUID(), entryId: entry.id, divisionCode: entry.divisionCode, userId: actor.userId, byName: officeName(actor), act: line.act, fromState: entry.state, toState: line.toState, text: line.text },
  });
}

export const ledgerPages = (entry: { id: string; divisionCode: string; schoolId: string | null }): string[] =>
  [`/d/${entry.divisionCode}/ledger`, `/d/${entry.divisionCode}/ledger/${entry.id}`, ...(entry.schoolId ? [`/s/${entry.schoolId}/ledger`, `/s/${entry.schoolId}/ledger/${entry.id}`] : [])];

/** The common part of an entry's line in the audit log. */
export const ledgerAudit = (entry: { id: string; divisionCode: string; schoolId: string | null; problem: string }, act: string, detail: Record<string, unknown>) => ({
  act: `ledger.${act}`, entity: "ledger", entityId: entry.id, divisionCode: entry.divisionCode, schoolId: entry.schoolId, detail: { problem: entry.problem, ...detail },
});
