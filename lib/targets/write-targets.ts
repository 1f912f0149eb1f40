import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { assertFreshRow, beginOwn, finishOwn } from "@/lib/plans/begin-own";
import type { goalInput, milestoneInput, stageInput, targetInput, targetKey } from "./schema";

const finish = finishOwn("");

/** The county's target year and where it is written. */
export async function setGoal(tx: Tx, actor: Actor, { version, ...input }: z.infer<typeof goalInput>) {
  const { divisionCode } = input;
  await beginOwn(tx, actor, divisionCode);
  const before = await tx.countyGoal.findUnique({ where: { divisionCode } });
  assertFreshRow(before, version);
  await tx.countyGoal.upsert({ where: { divisionCode }, create: input, update: { ...input, version: { increment: 1 } } });
  return finish(divisionCode, "goal.set", "county-goal", divisionCode, { from: before, to: input }, "目标年已保存。");
}

/** A stage of the plan; stages of one county do not overlap. */
export async function setStage(tx: Tx, actor: Actor, { version, id, ...input }: z.infer<typeof stageInput>) {
  const { divisionCode } = input;
  await beginOwn(tx, actor, divisionCode);
  const standing = await tx.planStage.findMany({ where: { divisionCode, retiredAt: null } });
  const before = standing.find((stage) => stage.id === id);
  if (id !== null && !before) throw notFoundError();
  assertFreshRow(before, version);
  const data = { ...input, startsOn: toDate(input.startsOn), endsOn: toDate(input.endsOn) };
  const crossing = standing.find((stage) => stage.id !== id && stage.startsOn <= data.endsOn && stage.endsOn >= data.startsOn);
  if (crossing) throw new AppError("invalid", undefined, { startsOn: `与“${crossing.name}”的起止日期重叠。` });
  const milestones = before ? await tx.milestone.findMany({ where: { stageId: before.id, retiredAt: null } }) : [];
  const outside = milestones.find((step) => step.dueOn < data.startsOn || step.dueOn > data.endsOn);
  if (outside) throw new AppError("invalid", undefined, { endsOn: `节点“${outside.title}”不在这个起止日期内，请先调整节点。` });
  const key = id ?? randomUUID();
  if (before) await tx.planStage.update({ where: { id: key }, data: { ...data, version: { increment: 1 } } });
  else await tx.planStage.create({ data: { id: key, ...data } });
  return finish(divisionCode, "stage.set", "plan-stage", key, { ...input }, "阶段已保存。");
}

/** Takes a stage off the plan when no milestone stands in it. */
export async function retireStage(tx: Tx, actor: Actor, { divisionCode, id, version }: { divisionCode: string; id: string; version: number }) {
  await beginOwn(tx, actor, divisionCode);
  const before = await tx.planStage.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (!before) throw notFoundError();
  assertFreshRow(before, version);
  if ((await tx.milestone.count({ where: { stageId: id, retiredAt: null } })) > 0) throw new AppError("state", "这个阶段还有节点，请先移出节点。");
  await tx.planStage.update({ where: { id }, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return finish(divisionCode, "stage.retire", "plan-stage", id, { name: before.name }, "阶段已移出。");
}

/** A milestone within its stage; done on a day that has been. */
export async function setMilestone(tx: Tx, actor: Actor, { version, id, ...input }: z.infer<typeof milestoneInput>) {
  const { divisionCode } = input;
  await beginOwn(tx, actor, divisionCode);
  const stage = await tx.planStage.findUnique({ where: { id: input.stageId, divisionCode, retiredAt: null } });
  const before = id === null ? null : await tx.milestone.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (!stage || (id !== null && !before)) throw notFoundError();
  assertFreshRow(before, version);
  const data = { ...input, dueOn: toDate(input.dueOn), doneOn: input.doneOn ? toDate(input.doneOn) : null };
  if (data.dueOn < stage.startsOn || data.dueOn > stage.endsOn) throw new AppError("invalid", undefined, { dueOn: `节点应在“${stage.name}”的起止日期之内。` });
  if (data.doneOn && data.doneOn > startOfToday()) throw new AppError("invalid", undefined, { doneOn: "完成日期不能晚于今天。" });
  const key = id ?? randomUUID();
  if (before) await tx.milestone.update({ where: { id: key }, data: { ...data, version: { increment: 1 } } });
  else await tx.milestone.create({ data: { id: key, ...data } });
  return finish(divisionCode, "milestone.set", "milestone", key, { ...input }, input.doneOn ? "节点已记为完成。" : "节点已保存。");
}

export async function retireMilestone(tx: Tx, actor: Actor, { divisionCode, id, version }: { divisionCode: string; id: string; version: number }) {
  await beginOwn(tx, actor, divisionCode);
  const before = await tx.milestone.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (!before) throw notFoundError();
  assertFreshRow(before, version);
  await tx.milestone.update({ where: { id }, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return finish(divisionCode, "milestone.retire", "milestone", id, { title: before.title }, "节点已移出。");
}

/** A target of a year; its actual is computed and never typed. */
export async function setTarget(tx: Tx, actor: Actor, { version, ...input }: z.infer<typeof targetInput>) {
  const { divisionCode, year, measure } = input;
  await beginOwn(tx, actor, divisionCode);
  const where = { divisionCode_year_measure: { divisionCode, year, measure } };
  const before = await tx.yearTarget.findUnique({ where });
  if (!before?.retiredAt) assertFreshRow(before, version);
  const data = { ...input, retiredAt: null };
  await tx.yearTarget.upsert({ where, create: data, update: { ...data, version: { increment: 1 } } });
  return finish(divisionCode, "target.set", "year-target", `${divisionCode}/${year}/${measure}`, { from: before && !before.retiredAt ? before.target.toString() : null, to: input.target }, "年度目标已保存。");
}

/** Takes a target off a year for a reason, which stays in the audit log. */
export async function retireTarget(tx: Tx, actor: Actor, { divisionCode, year, measure, version, reason }: z.infer<typeof targetKey>) {
  await beginOwn(tx, actor, divisionCode);
  const where = { divisionCode_year_measure: { divisionCode, year, measure } };
  const before = await tx.yearTarget.findUnique({ where });
  if (!before || before.retiredAt) throw notFoundError();
  assertFreshRow(before, version);
  await tx.yearTarget.update({ where, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return finish(divisionCode, "target.retire", "year-target", `${divisionCode}/${year}/${measure}`, { target: before.target.toString(), reason }, "年度目标已撤下。");
}
