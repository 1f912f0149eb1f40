import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { listEntered } from "@/lib/experts/find-expert-visit";
import { dayOf } from "@/lib/time";
import { toGroup, type WorkGroup } from "./work-item";

/** Visits open to an expert whose opinion has not been submitted. Four queries. */
export async function expertWork(tx: Tx, actor: Actor): Promise<WorkGroup[]> {
  const open = await listEntered(tx);
  const ids = open.map(({ visitId }) => visitId);
  const done = new Set((await tx.certificationExpertOpinion.findMany({ where: { userId: actor.userId, state: "submitted" }, select: { visitId: true } })).map(({ visitId }) => visitId));
  const names = new Map((await tx.division.findMany({ where: { code: { in: open.map(({ divisionCode }) => divisionCode) } }, select: { code: true, name: true } })).map(({ code, name }) => [code, name]));
  const rows = await tx.certificationExpert.findMany({ where: { visitId: { in: ids }, userId: actor.userId, issuerCode: actor.office.divisionCode, state: "active" }, select: { visitId: true, divisionCode: true, task: true, untilOn: true } });
  return [toGroup("实地核查", rows.filter(({ visitId }) => !done.has(visitId)).map(({ visitId, divisionCode, task, untilOn }) => ({ key: visitId, title: `${names.get(divisionCode) ?? ""}实地核查`, detail: `${task}，提交专家意见`, href: `/visits/${visitId}`, dueOn: dayOf(untilOn), overdue: false })))];
}
