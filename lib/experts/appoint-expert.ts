import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { officesOf } from "@/lib/accounts/find-account";
import { toDate } from "@/lib/calendar/schema";
import { findOwnVisit } from "@/lib/certification/find-visit";
import { bodyName, logCase } from "@/lib/certification/write-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { listCandidates } from "./list-candidates";
import { faultsOfDays, refuseExpert } from "./rules";
import type { AppointInput } from "./schema";
import { expertAudit, expertPages, tellExpert } from "./write-appointment";

/** 聘请: the body that goes appoints one of its experts to its visit, from a day to a day. Whoever holds an office of the county is refused. */
export async function appointExpert(tx: Tx, actor: Actor, { visitId, userId, task, fromOn, untilOn }: AppointInput) {
  const { row, visit, level } = await findOwnVisit(tx, actor, visitId);
  const person = (await listCandidates(tx, actor)).find((one) => one.userId === userId);
  if (!person) throw new AppError("invalid", undefined, { userId: "请从本级的专家账号中选择。" });
  const offices = await officesOf(tx, userId);
  const refusal = refuseExpert(offices.map(({ office, division_code: divisionCode }) => ({ office, divisionCode })), row.divisionCode, level);
  if (refusal) throw new AppError("invalid", undefined, { userId: refusal });
  const faults = faultsOfDays(fromOn, untilOn, shanghaiDay(new Date()));
  if (Object.keys(faults).length > 0) throw new AppError("invalid", undefined, faults);
  if ((await tx.certificationExpert.count({ where: { visitId, userId, state: "active" } })) > 0) throw new AppError("invalid", undefined, { userId: "已经聘请了这位专家；要改日期或分工，请在名单中修改。" });
  const id = randomUUID();
  await tx.certificationExpert.createMany({ data: { id, caseId: row.id, visitId: visit.id, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, userId, name: person.name, task, fromOn: toDate(fromOn), untilOn: toDate(untilOn), appointedBy: actor.userId, byName: bodyName(actor) } });
  await logCase(tx, actor, row, { act: "expert", toStage: row.stage, text: `聘请${person.name}参加实地核查（${task}），${fromOn} 至 ${untilOn}` });
  const told = { id, userId, visitId };
  await tellExpert(tx, actor, told, "assigned", `${bodyName(actor)}聘请您参加实地核查，${fromOn} 至 ${untilOn}`);
  return { value: { id }, message: `已聘请${person.name}，并已通知本人。`, audit: expertAudit(row, "appoint", told, { task, fromOn, untilOn }), changed: expertPages(row, visitId) };
}
