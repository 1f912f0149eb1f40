import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { REQUEST_SELECT, toRequest } from "@/lib/requests/find-request";
import { isRequestLate } from "@/lib/requests/rules";
import { toGroup, type WorkGroup } from "./work-item";

/** 困难问题 that wait for an answer of this place, and guidance from above that does. */
export async function requestWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  const { office } = actor;
  const asked = can(actor, "request.answer") && office.level !== "school"
    ? await tx.supportRequest.findMany({ where: { toDivision: office.divisionCode, state: "sent" }, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: 100, select: REQUEST_SELECT }) : [];
  const guided = can(actor, "guidance.reply")
    ? await tx.guidance.findMany({ where: { divisionCode: office.divisionCode, repliedAt: null }, orderBy: { sentAt: "asc" }, take: 100, select: { id: true, subject: true, fromName: true } }) : [];
  return [
    toGroup("待答复的困难问题", asked.map(toRequest).map((request) => ({ key: request.id, title: request.title, detail: request.problem, href: `/d/${office.divisionCode}/requests#${request.id}`, dueOn: request.dueOn, overdue: isRequestLate(request, today) }))),
    toGroup("待答复的指导意见", guided.map((item) => ({ key: item.id, title: item.subject, detail: item.fromName, href: `/d/${office.divisionCode}/guidance#${item.id}`, dueOn: null, overdue: false }))),
  ];
}
