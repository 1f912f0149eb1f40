import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { isCheckKey, type CheckKey } from "./check-items";
import { isVisitKind, isVisitState, type VisitKind, type VisitRole, type VisitState } from "./rules";
import { storedIssues, storedResults, type Checked, type RaisedIssue } from "./schema";

/** A visit as the subject reads it; days are YYYY-MM-DD. */
export type VisitRow = {
  id: string; divisionCode: string; schoolId: string; year: number; kind: VisitKind; organiser: string; visitorId: string; visitorName: string; plannedOn: string; items: CheckKey[];
  basis: string; approvalNumber: string; state: VisitState; visitedOn: string | null; results: Checked[]; findings: string; issues: RaisedIssue[]; reply: string; reason: string; version: number;
  recordedAt: Date | null; acknowledgedAt: Date | null;
};

export const VISIT_SELECT = {
  id: true, divisionCode: true, schoolId: true, year: true, kind: true, organiser: true, visitorId: true, visitorName: true, plannedOn: true, items: true, basis: true, approvalNumber: true, state: true,
  visitedOn: true, results: true, findings: true, issues: true, reply: true, reason: true, version: true, recordedAt: true, acknowledgedAt: true,
} as const;

type Raw = Omit<VisitRow, "kind" | "state" | "items" | "plannedOn" | "visitedOn" | "results" | "issues"> & { kind: string; state: string; items: string[]; plannedOn: Date; visitedOn: Date | null; results: unknown; issues: unknown };

/** A selected row with its lists read and its state known. */
export function toVisit(row: Raw): VisitRow {
  const { kind, state } = row;
  if (!isVisitKind(kind) || !isVisitState(state)) throw new AppError("state");
  return { ...row, kind, state, items: row.items.filter(isCheckKey), plannedOn: dayOf(row.plannedOn), visitedOn: row.visitedOn ? dayOf(row.visitedOn) : null, results: storedResults.parse(row.results), issues: storedIssues.parse(row.issues) };
}

/** A visit in reach, locked for this transaction when it is about to change. */
export async function findVisit(tx: Tx, id: string, forUpdate = false): Promise<VisitRow> {
  if (forUpdate) await tx.$queryRaw`SELECT 1 FROM visits WHERE id = ${id} FOR UPDATE`;
  const row = await tx.visit.findUnique({ where: { id }, select: VISIT_SELECT });
  if (!row) throw notFoundError();
  return toVisit(row);
}

/** How the person stands to the visit; null for a reader. */
export function roleIn(actor: Actor, visit: Pick<VisitRow, "divisionCode" | "schoolId" | "visitorId">): VisitRole | null {
  const { office } = actor;
  if (office.divisionCode !== visit.divisionCode) return null;
  if (office.level === "school") return office.schoolId === visit.schoolId && can(actor, "visit.answer") ? "school" : null;
  if (!can(actor, "visit.write") || (office.office === "inspector" && !office.schoolIds.includes(visit.schoolId))) return null;
  if (visit.visitorId === actor.userId) return "visitor";
  return office.office === "inspector" ? null : "office";
}

export function assertFreshVisit(visit: { version: number }, version: number): void {
  if (visit.version !== version) throw new AppError("conflict", "这次访校刚被他人更新，请刷新后核对；您填写的内容还在本页。", {}, { version: visit.version });
}

export const visitPages = (visit: { id: string; divisionCode: string; schoolId: string }): string[] => [
  `/d/${visit.divisionCode}/visits`, `/d/${visit.divisionCode}/visits/${visit.id}`, `/s/${visit.schoolId}/visits`, `/s/${visit.schoolId}/visits/${visit.id}`, "/s/visits", `/s/visits/${visit.id}`,
];

/** The common part of a visit's line in the audit log. */
export const visitAudit = (visit: { id: string; divisionCode: string; schoolId: string }, act: string, detail: Record<string, unknown>) => ({
  act: `visit.${act}`, entity: "visit", entityId: visit.id, divisionCode: visit.divisionCode, schoolId: visit.schoolId, detail,
});
