import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { dayOf } from "@/lib/time";
import { assertListOpen } from "./task-list";

type Input = { divisionCode: string; taskIds: string[]; leadUnitId: string | null; dueOn: string | null };

/** Gives several tasks of one year a lead unit, a due day, or both. */
export async function assignTasks(tx: Tx, actor: Actor, { divisionCode, taskIds, leadUnitId, dueOn }: Input) {
  assertOwnCounty(actor, divisionCode);
  if (leadUnitId === null && dueOn === null) throw new AppError("invalid", "请选择牵头单位或完成时限。");
  const unit = leadUnitId === null ? null : await tx.unit.findUnique({ where: { id: leadUnitId, divisionCode, retiredAt: null }, select: { name: true } });
  if (leadUnitId !== null && !unit) throw new AppError("invalid", undefined, { leadUnitId: "请从本县的单位名单中选择。" });
  const tasks = await tx.task.findMany({ where: { id: { in: taskIds }, divisionCode, retiredAt: null }, select: { id: true, title: true, year: true, startsOn: true, leadUnitId: true, jointUnitIds: true } });
  const [first] = tasks;
  if (!first || tasks.length !== new Set(taskIds).size) throw notFoundError();
  if (tasks.some((task) => task.year !== first.year)) throw new AppError("invalid", "请选择同一年度的任务。");
  await assertListOpen(tx, divisionCode, first.year);
  const early = dueOn === null ? undefined : tasks.find((task) => dayOf(task.startsOn) > dueOn);
  if (early) throw new AppError("invalid", undefined, { dueOn: `完成时限早于“${early.title}”的开始日期。` });
  const joint = leadUnitId === null ? undefined : tasks.find((task) => task.jointUnitIds.includes(leadUnitId));
  if (joint) throw new AppError("invalid", undefined, { leadUnitId: `${unit?.name ?? "该单位"}已是“${joint.title}”的配合单位。` });
  await tx.task.updateMany({
    where: { id: { in: taskIds }, divisionCode },
    data: { ...(leadUnitId === null ? {} : { leadUnitId }), ...(dueOn === null ? {} : { dueOn: toDate(dueOn) }), updatedAt: new Date(), version: { increment: 1 } },
  });
  if (leadUnitId !== null)
    await addNotice(tx, actor, { divisionCode, unitId: leadUnitId }, { kind: "assigned", title: tasks.length === 1 ? `“${first.title}”由本单位牵头` : `“${first.title}”等 ${tasks.length} 项任务由本单位牵头`, href: `/d/${divisionCode}/tasks?mine=1`, entity: "task-list", entityId: `${divisionCode}/${first.year}` });
  return {
    value: { count: tasks.length },
    message: `已更新 ${tasks.length} 项任务。`,
    audit: { act: "task.assign", entity: "task-list", entityId: `${divisionCode}/${first.year}`, divisionCode, detail: { tasks: tasks.map((task) => ({ id: task.id, from: task.leadUnitId })), leadUnitId, dueOn } },
    changed: [`/d/${divisionCode}/tasks`],
  };
}
