import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { experienceAudit, experiencePages, findExperience } from "./find-experience";
import { SHARED } from "./rules";
import type { borrowInput, dropBorrowInput } from "./schema";

/** 借鉴: a task of the actor's county refers to a shared experience of another county. @throws AppError invalid, state, notFound. */
export async function borrowExperience(tx: Tx, actor: Actor, { experienceId, taskId, note }: z.infer<typeof borrowInput>) {
  const { divisionCode, level } = actor.office;
  if (level !== "county" || !can(actor, "experience.write")) throw notFoundError();
  const experience = await findExperience(tx, experienceId);
  if (!SHARED.includes(experience.state)) throw new AppError("state", "列入经验库的经验才能借鉴。");
  if (experience.divisionCode === divisionCode) throw new AppError("state", "这是本县自己的经验。");
  const task = await tx.task.findUnique({ where: { id: taskId, divisionCode, retiredAt: null }, select: { title: true } });
  if (!task) throw new AppError("invalid", undefined, { taskId: "请从本县的任务中选择。" });
  const where = { experienceId_taskId: { experienceId, taskId } };
  const known = await tx.experienceBorrowing.findUnique({ where, select: { retiredAt: true } });
  if (known && known.retiredAt === null) throw new AppError("state", "这项任务已经借鉴这篇经验。");
  await tx.experienceBorrowing.upsert({ where, create: { experienceId, taskId, divisionCode, note, createdBy: actor.userId }, update: { note, retiredAt: null, createdBy: actor.userId, version: { increment: 1 } } });
  return {
    value: { experienceId }, message: `已用于任务“${task.title}”。`,
    audit: { ...experienceAudit({ id: experienceId, divisionCode }, "borrow", { taskId, note, from: experience.divisionCode }) },
    changed: [...experiencePages({ id: experienceId, divisionCode }), `/d/${divisionCode}/tasks/${taskId}`],
  };
}

/** Takes the reference off the task again. @throws AppError conflict, notFound. */
export async function dropBorrowing(tx: Tx, actor: Actor, { experienceId, taskId, version }: z.infer<typeof dropBorrowInput>) {
  const { divisionCode } = actor.office;
  const where = { experienceId_taskId: { experienceId, taskId } };
  const held = await tx.experienceBorrowing.findUnique({ where, select: { divisionCode: true, retiredAt: true, version: true } });
  if (!held || held.divisionCode !== divisionCode || held.retiredAt !== null || !can(actor, "experience.write")) throw notFoundError();
  if (held.version !== version) throw new AppError("conflict", "这条借鉴刚被他人修改，请刷新后核对。", {}, { version: held.version });
  await tx.experienceBorrowing.update({ where, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return { value: { experienceId }, message: "已取消借鉴。", audit: experienceAudit({ id: experienceId, divisionCode }, "borrow-drop", { taskId }), changed: [...experiencePages({ id: experienceId, divisionCode }), `/d/${divisionCode}/tasks/${taskId}`] };
}
