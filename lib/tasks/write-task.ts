import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import type { TaskRow } from "./find-task";
import type { TaskState } from "./rules";

type Entry = { act: string; toState: TaskState; progress?: number | null; text: string };

/** One line of a task's log, in the transaction of the act. */
export async function logTask(tx: Tx, actor: Actor, task: Pick<TaskRow, "id" | "divisionCode" | "state">, entry: Entry): Promise<void> {
  const { office } = actor;
  const byName = office.unitName ?? office.schoolName ?? office.divisionName;
  await tx.taskUpdate.createMany({
    data: { id: randomUUID(), taskId: task.id, divisionCode: task.divisionCode, schoolId: office.schoolId, unitId: office.unitId, userId: actor.userId, byName, act: entry.act, fromState: task.state, toState: entry.toState, progress: entry.progress ?? null, text: entry.text },
  });
}

export const taskPages = (task: { id: string; divisionCode: string }): string[] => [`/d/${task.divisionCode}/tasks`, `/d/${task.divisionCode}/tasks/${task.id}`];

/** The common part of a task's line in the audit log. */
export const taskAudit = (task: { id: string; divisionCode: string; year: number; title: string }, act: string, detail: Record<string, unknown>) => ({
  act: `task.${act}`, entity: "task", entityId: task.id, divisionCode: task.divisionCode, detail: { year: task.year, title: task.title, ...detail },
});
