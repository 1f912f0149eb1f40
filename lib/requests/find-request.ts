import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { isRequestState, type RequestRole } from "./rules";

export const REQUEST_SELECT = {
  id: true, divisionCode: true, schoolId: true, toDivision: true, parentId: true, entryId: true, title: true, problem: true, asked: true, gap: true, gapUnit: true, costYuan: true, state: true, dueOn: true, answer: true,
  promisedOn: true, sentAt: true, answeredAt: true, reason: true, version: true,
} as const;

type Stored = { state: string; gap: { toString(): string } | null; costYuan: { toString(): string } | null; dueOn: Date; promisedOn: Date | null };
/** A selected row as the subject reads it: a known state, numbers, days as YYYY-MM-DD. */
export function toRequest<R extends Stored>(row: R) {
  if (!isRequestState(row.state)) throw new AppError("state");
  return { ...row, state: row.state, gap: row.gap === null ? null : Number(row.gap.toString()), costYuan: row.costYuan === null ? null : Number(row.costYuan.toString()), dueOn: dayOf(row.dueOn), promisedOn: row.promisedOn ? dayOf(row.promisedOn) : null };
}

/** A request in reach, locked when it is about to change. */
export async function findRequest(tx: Tx, id: string, forUpdate = false) {
  if (forUpdate) await tx.$queryRaw`SELECT 1 FROM support_requests WHERE id = ${id} FOR UPDATE`;
  const row = await tx.supportRequest.findUnique({ where: { id }, select: REQUEST_SELECT });
  if (!row) throw notFoundError();
  return toRequest(row);
}
export type RequestRow = Awaited<ReturnType<typeof findRequest>>;

/** In which parts a person stands to a request. */
export function requestRoles(actor: Actor, request: Pick<RequestRow, "divisionCode" | "schoolId" | "toDivision">): RequestRole[] {
  const { office } = actor;
  const asks = can(actor, "request.send") && office.divisionCode === request.divisionCode && office.schoolId === request.schoolId;
  const answers = can(actor, "request.answer") && office.schoolId === null && office.divisionCode === request.toDivision;
  return [...(asks ? ["asker" as const] : []), ...(answers ? ["answerer" as const] : [])];
}
