import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { assertFreshRow, beginOwn, finishOwn } from "@/lib/plans/begin-own";
import type { meetingInput, memberInput } from "./schema";

const finish = finishOwn("/group");
type Key = { divisionCode: string; id: string; version: number };

/** A place in the leading group: one leader, units of this county, a holder only if the county wants one. */
export async function setMember(tx: Tx, actor: Actor, { version, id, ...input }: z.infer<typeof memberInput>) {
  const { divisionCode, unitId } = input;
  await beginOwn(tx, actor, divisionCode);
  const before = id === null ? null : await tx.leadingMember.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (id !== null && !before) throw notFoundError();
  assertFreshRow(before, version);
  if (unitId && !(await tx.unit.findUnique({ where: { id: unitId, divisionCode, retiredAt: null }, select: { id: true } }))) throw new AppError("invalid", undefined, { unitId: "请从本县的单位名单中选择。" });
  const others = await tx.leadingMember.findMany({ where: { divisionCode, retiredAt: null, NOT: { id: id ?? "" } }, select: { role: true, unitId: true, number: true } });
  if (input.role === "leader" && others.some((other) => other.role === "leader")) throw new AppError("invalid", undefined, { role: "组长已经填写，请先修改原来的组长。" });
  if (unitId && input.role === "member" && others.some((other) => other.role === "member" && other.unitId === unitId)) throw new AppError("invalid", undefined, { unitId: "这个单位已经是成员单位。" });
  const key = id ?? randomUUID();
  if (before) await tx.leadingMember.update({ where: { id: key }, data: { ...input, version: { increment: 1 } } });
  else await tx.leadingMember.create({ data: { id: key, number: 1 + Math.max(0, ...others.map((other) => other.number)), ...input } });
  // A name that somebody entered stays in the row and out of the chain.
  return finish(divisionCode, "leading-member.set", "leading-member", key, { role: input.role, post: input.post, unitId }, "已保存。");
}

export async function retireMember(tx: Tx, actor: Actor, { divisionCode, id, version }: Key) {
  await beginOwn(tx, actor, divisionCode);
  const before = await tx.leadingMember.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (!before) throw notFoundError();
  assertFreshRow(before, version);
  await tx.leadingMember.update({ where: { id }, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return finish(divisionCode, "leading-member.retire", "leading-member", id, { role: before.role, post: before.post }, "已移出领导小组。");
}

/** A joint meeting that was held, with what it decided. */
export async function setMeeting(tx: Tx, actor: Actor, { version, id, ...input }: z.infer<typeof meetingInput>) {
  const { divisionCode } = input;
  await beginOwn(tx, actor, divisionCode);
  const before = id === null ? null : await tx.meeting.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (id !== null && !before) throw notFoundError();
  assertFreshRow(before, version);
  const data = { ...input, heldOn: toDate(input.heldOn) };
  if (data.heldOn > startOfToday()) throw new AppError("invalid", undefined, { heldOn: "会议日期不能晚于今天。" });
  const key = id ?? randomUUID();
  if (before) await tx.meeting.update({ where: { id: key }, data: { ...data, version: { increment: 1 } } });
  else await tx.meeting.create({ data: { id: key, ...data } });
  return finish(divisionCode, "meeting.set", "meeting", key, { from: before ? { subject: before.subject, decisions: before.decisions } : null, to: { heldOn: input.heldOn, subject: input.subject, decisions: input.decisions } }, "会议记录已保存。");
}

export async function retireMeeting(tx: Tx, actor: Actor, { divisionCode, id, version }: Key) {
  await beginOwn(tx, actor, divisionCode);
  const before = await tx.meeting.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (!before) throw notFoundError();
  assertFreshRow(before, version);
  await tx.meeting.update({ where: { id }, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return finish(divisionCode, "meeting.retire", "meeting", id, { subject: before.subject }, "会议记录已移出。");
}
