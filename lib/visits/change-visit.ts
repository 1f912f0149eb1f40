import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { assertFreshVisit, findVisit, roleIn, visitAudit, visitPages } from "./find-visit";
import { kindsOf, refusePlannedDay, refuseVisitAct } from "./rules";
import type { ChangeInput } from "./schema";
import { assertListRoom, visitedSchool } from "./visit-list";

/** Moves a planned visit or changes what it looks at; into another year it needs room on that year's list. */
export async function changeVisit(tx: Tx, actor: Actor, input: ChangeInput) {
  const visit = await findVisit(tx, input.visitId, true);
  const refusal = refuseVisitAct(visit.state, "change", roleIn(actor, visit));
  if (refusal) throw new AppError("state", refusal);
  assertFreshVisit(visit, input.version);
  if (!kindsOf(actor.office.office).includes(input.kind)) throw new AppError("invalid", undefined, { kind: "您的岗位不能安排这一类进校活动。" });
  const early = input.plannedOn === visit.plannedOn ? null : refusePlannedDay(input.plannedOn, shanghaiDay(new Date()));
  if (early) throw new AppError("invalid", undefined, { plannedOn: early });
  const year = Number(input.plannedOn.slice(0, 4));
  if (year !== visit.year) await assertListRoom(tx, await visitedSchool(tx, visit.schoolId), year, visit.id);
  const { plannedOn, kind, items, basis, approvalNumber } = input;
  const organiser = kind === "activity" ? input.organiser : "";
  await tx.visit.update({ where: { id: visit.id }, data: { year, plannedOn: toDate(plannedOn), kind, organiser, items: [...new Set(items)], basis, approvalNumber, updatedAt: new Date(), version: { increment: 1 } } });
  const from = { plannedOn: visit.plannedOn, kind: visit.kind, items: visit.items, basis: visit.basis, approvalNumber: visit.approvalNumber };
  return { value: { version: visit.version + 1 }, message: "访校计划已修改。", audit: visitAudit(visit, "change", { from, to: { plannedOn, kind, items, basis, approvalNumber } }), changed: visitPages(visit) };
}
