import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { isLedgerState, isOwner, isSource, type LedgerOwner, type LedgerRole, type LedgerSource, type LedgerState } from "./rules";

export const ENTRY_SELECT = {
  id: true, divisionCode: true, schoolId: true, source: true, level: true, stage: true, item: true, problem: true, gap: true, gapUnit: true, measure: true, costYuan: true, owner: true, unitId: true, post: true,
  plannedYear: true, dueOn: true, state: true, dataMet: true, dataYear: true, reason: true, openedOn: true, rectifiedBy: true, closedAt: true, version: true,
} as const;

type Stored = { source: string; state: string; owner: string; gap: { toString(): string } | null; costYuan: { toString(): string } | null; dueOn: Date | null; openedOn: Date };
type Known = { source: LedgerSource; state: LedgerState; owner: LedgerOwner; gap: string | null; costYuan: string | null; dueOn: string | null; openedOn: string };
/** A selected row as the subject reads it: known words, amounts as decimal text, days as YYYY-MM-DD. */
export function toEntry<R extends Stored>(row: R): Omit<R, keyof Stored> & Known {
  const { source, state, owner } = row;
  if (!isSource(source) || !isLedgerState(state) || !isOwner(owner)) throw new AppError("state");
  return { ...row, source, state, owner, gap: row.gap?.toString() ?? null, costYuan: row.costYuan?.toString() ?? null, dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null, openedOn: dayOf(row.openedOn) };
}

/** An entry in reach, locked for this transaction when it is about to change. */
export async function findEntry(tx: Tx, id: string, forUpdate = false) {
  if (forUpdate) await tx.$queryRaw`SELECT 1 FROM ledger_entries WHERE id = ${id} FOR UPDATE`;
  const row = await tx.ledgerEntry.findUnique({ where: { id, retiredAt: null }, select: ENTRY_SELECT });
  if (!row) throw notFoundError();
  return toEntry(row);
}
export type EntryRow = Awaited<ReturnType<typeof findEntry>>;

/** How the person takes part in the entry; null for a reader. */
export function ledgerRole(actor: Actor, entry: Pick<EntryRow, "divisionCode" | "schoolId" | "owner" | "unitId">): LedgerRole | null {
  const { office } = actor;
  if (office.divisionCode !== entry.divisionCode || !can(actor, "ledger.act")) return null;
  if (can(actor, "ledger.manage")) return "bureau";
  if (office.office === "supervision") return "supervisor";
  if (office.office === "inspector") return entry.schoolId !== null && office.schoolIds.includes(entry.schoolId) ? "inspector" : null;
  if (office.unitId !== null) return entry.owner === "unit" && entry.unitId === office.unitId ? "owner" : null;
  return entry.owner === "school" && office.schoolId !== null && entry.schoolId === office.schoolId ? "owner" : null;
}

export function assertFreshEntry(entry: { version: number }, version: number): void {
  if (entry.version !== version) throw new AppError("conflict", "这个问题刚被他人更新，请刷新后核对再办理。", {}, { version: entry.version });
}
