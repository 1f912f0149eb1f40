import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { groupAudit, groupPages, holdGroup, standingsOf, type Group } from "./find-group";
import { refuseJoin, refuseLeave } from "./rules";

type Key = { groupId: string; version: number };

const touched = (tx: Tx, actor: Actor, group: Group) => tx.schoolGroup.update({ where: { id: group.id }, data: { updatedBy: actor.userId, version: { increment: 1 } } });
const outcome = (group: Group, act: string, message: string, detail: Record<string, unknown>) => ({ value: { version: group.version + 1 }, message, audit: groupAudit(group, act, detail), changed: groupPages(group) });

/** A school joins from a day on. @throws AppError invalid where it stands in another 共同体 at the time. */
export async function joinGroup(tx: Tx, actor: Actor, { schoolId, joinedOn, ...key }: Key & { schoolId: string; joinedOn: string }) {
  const group = await holdGroup(tx, actor, key);
  const school = await tx.school.findUnique({ where: { id: schoolId, divisionCode: group.divisionCode }, select: { name: true } });
  if (!school) throw new AppError("invalid", undefined, { schoolId: "请从本县的学校中选择。" });
  if (joinedOn < group.startsOn) throw new AppError("invalid", undefined, { joinedOn: `不能早于${group.startsOn}（成立日期）。` });
  const refusal = refuseJoin({ groupId: group.id, kind: group.kind, joinedOn, leftOn: null }, await standingsOf(tx, schoolId));
  if (refusal) throw new AppError("invalid", undefined, { schoolId: refusal });
  await tx.schoolGroupMember.create({ data: { id: randomUUID(), groupId: group.id, divisionCode: group.divisionCode, schoolId, kind: group.kind, joinedOn: toDate(joinedOn) } });
  await touched(tx, actor, group);
  return outcome(group, "join", `${school.name}已加入。`, { schoolId, joinedOn });
}

/** A member leaves; its time in the group stays on record. */
export async function leaveGroup(tx: Tx, actor: Actor, { memberId, leftOn, ...key }: Key & { memberId: string; leftOn: string }) {
  const group = await holdGroup(tx, actor, key);
  const member = group.members.find((one) => one.id === memberId);
  if (!member) throw notFoundError();
  const refusal = refuseLeave(member, leftOn);
  if (refusal) throw new AppError("invalid", refusal, { leftOn: refusal });
  await tx.schoolGroupMember.update({ where: { id: memberId }, data: { leftOn: toDate(leftOn) } });
  await touched(tx, actor, group);
  return outcome(group, "leave", "已办理退出，原有记录保留。", { schoolId: member.schoolId, leftOn });
}

/** Another member takes the lead. */
export async function leadGroup(tx: Tx, actor: Actor, { memberId, ...key }: Key & { memberId: string }) {
  const group = await holdGroup(tx, actor, key);
  const member = group.members.find((one) => one.id === memberId);
  if (!member) throw notFoundError();
  if (member.leftOn !== null) throw new AppError("state", "已经退出的学校不能牵头。");
  const from = group.members.find((one) => one.lead);
  await tx.schoolGroupMember.updateMany({ where: { groupId: group.id, lead: true }, data: { lead: false } });
  await tx.schoolGroupMember.update({ where: { id: memberId }, data: { lead: true } });
  await touched(tx, actor, group);
  return outcome(group, "lead", "牵头学校已更换。", { from: from?.schoolId ?? null, to: member.schoolId });
}
