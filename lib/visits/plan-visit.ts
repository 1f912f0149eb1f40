import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { shanghaiDay } from "@/lib/time";
import { visitAudit, visitPages } from "./find-visit";
import { VISIT_KIND_NAME, kindsOf, refusePlannedDay } from "./rules";
import type { PlanInput } from "./schema";
import { assertListRoom, visitedSchool } from "./visit-list";

/** Puts a visit on a school's yearly list. @throws AppError invalid (day, kind), state (list is full), notFound (another's school). */
export async function planVisit(tx: Tx, actor: Actor, input: PlanInput) {
  const school = await visitedSchool(tx, input.schoolId);
  if (actor.office.divisionCode !== school.divisionCode || (actor.office.office === "inspector" && !actor.office.schoolIds.includes(school.id))) throw notFoundError();
  if (!kindsOf(actor.office.office).includes(input.kind)) throw new AppError("invalid", undefined, { kind: "您的岗位不能安排这一类进校活动。" });
  const early = refusePlannedDay(input.plannedOn, shanghaiDay(new Date()));
  if (early) throw new AppError("invalid", undefined, { plannedOn: early });
  const year = Number(input.plannedOn.slice(0, 4));
  await assertListRoom(tx, school, year);
  const { schoolId, plannedOn, kind, organiser, items, basis, approvalNumber } = input;
  const visit = { id: randomUUID(), divisionCode: school.divisionCode, schoolId, year, kind, organiser: kind === "activity" ? organiser : "", items: [...new Set(items)], basis, approvalNumber };
  await tx.visit.create({ data: { ...visit, plannedOn: toDate(plannedOn), visitorId: actor.userId, visitorName: actor.displayName } });
  await addNotice(tx, actor, visit, { kind: "assigned", title: `${plannedOn} 进校：${VISIT_KIND_NAME[kind]}（${approvalNumber}）`, href: `/s/${schoolId}/visits/${visit.id}`, entity: "visit", entityId: visit.id });
  return { value: { id: visit.id }, message: `已列入${school.name} ${year} 年进校活动清单。`, audit: visitAudit(visit, "plan", { plannedOn, kind, items, basis, approvalNumber }), changed: visitPages(visit) };
}
