import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { roleIn, TASK_SELECT, toTask } from "@/lib/tasks/find-task";
import { daysLeft, isOverdue } from "@/lib/tasks/rules";
import { dayOf } from "@/lib/time";
import { toGroup, type WorkGroup, type WorkItem } from "./work-item";

const SOON = 30;

/** Tasks that wait for this person: to confirm, returned or running late, due soon. */
export async function taskWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  if (!can(actor, "task.report")) return [];
  const { office } = actor;
  const rows = await tx.task.findMany({ where: { divisionCode: office.divisionCode, retiredAt: null, state: { in: ["idle", "doing", "waiting"] } }, select: TASK_SELECT });
  const waiting: WorkItem[] = [];
  const running: WorkItem[] = [];
  for (const raw of rows) {
    const task = toTask(raw);
    const role = roleIn(actor, task);
    const dueOn = dayOf(task.dueOn);
    const overdue = isOverdue({ state: task.state, dueOn }, today);
    const href = office.level === "school" ? `/s/${office.schoolId}/tasks/${task.id}` : `/d/${task.divisionCode}/tasks/${task.id}`;
    const item: WorkItem = { key: task.id, title: task.title, detail: task.group, href, dueOn, overdue };
    if (task.state === "waiting") { if (role === "manager" || role === "supervisor") waiting.push(item); }
    else if ((role === "lead" || role === "manager") && (overdue || role === "lead" || daysLeft(dueOn, today) <= SOON)) running.push(role === "manager" && !overdue ? { ...item, detail: `${task.group} · 临近到期` } : item);
  }
  const late = running.filter((item) => item.overdue);
  // The bureau answers for all tasks: what is merely due soon would hide what is late.
  return [toGroup("待核验的任务", waiting), toGroup(can(actor, "task.manage") ? "逾期的任务" : "本单位的任务", can(actor, "task.manage") ? late : running)];
}
