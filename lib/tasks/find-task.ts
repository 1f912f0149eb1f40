import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { isTaskState, type TaskRole, type TaskState } from "./rules";

export type TaskRow = {
  id: string; divisionCode: string; year: number; templateId: string | null; parentId: string | null; kind: string; level: string; group: string; number: number; title: string; requirement: string;
  leadPost: string; leadHolder: string; leadUnitId: string | null; jointUnitIds: string[]; schoolIds: string[]; allSchools: boolean; startsOn: Date; dueOn: Date;
  recurrence: string; roundsDone: number; weight: number; state: TaskState; progress: number; measures: string[]; quantityTarget: string | null; quantityActual: string | null; quantityUnit: string | null;
  outputs: string; reason: string | null; submittedBy: string | null; version: number;
};

export const TASK_SELECT = {
  id: true, divisionCode: true, year: true, templateId: true, parentId: true, kind: true, level: true, group: true, number: true, title: true, requirement: true,
  leadPost: true, leadHolder: true, leadUnitId: true, jointUnitIds: true, schoolIds: true, allSchools: true, startsOn: true, dueOn: true,
  recurrence: true, roundsDone: true, weight: true, state: true, progress: true, measures: true, quantityTarget: true, quantityActual: true, quantityUnit: true,
  outputs: true, reason: true, submittedBy: true, version: true,
} as const;

type Quantity = { quantityTarget: { toString(): string } | null; quantityActual: { toString(): string } | null };

/** A selected row as the subject reads it: a known state, quantities as decimal text. */
export function toTask<R extends Quantity & { state: string }>(row: R): Omit<R, "state" | keyof Quantity> & { state: TaskState; quantityTarget: string | null; quantityActual: string | null } {
  if (!isTaskState(row.state)) throw new AppError("state");
  return { ...row, state: row.state, quantityTarget: row.quantityTarget?.toString() ?? null, quantityActual: row.quantityActual?.toString() ?? null };
}

/** A task in reach, locked for this transaction when it is about to change. */
export async function findTask(tx: Tx, id: string, forUpdate = false): Promise<TaskRow> {
  if (forUpdate) await tx.$queryRaw`SELECT 1 FROM tasks WHERE id = ${id} FOR UPDATE`;
  const row = await tx.task.findUnique({ where: { id, retiredAt: null }, select: TASK_SELECT });
  if (!row) throw notFoundError();
  return toTask(row);
}

type Parties = Pick<TaskRow, "divisionCode" | "leadUnitId" | "jointUnitIds" | "schoolIds" | "allSchools">;

/** How the person takes part in the task; null for a reader. */
export function roleIn(actor: Actor, task: Parties): TaskRole | null {
  const { office } = actor;
  if (office.divisionCode !== task.divisionCode || !can(actor, "task.report")) return null;
  if (can(actor, "task.manage")) return "manager";
  if (office.office === "supervision") return "supervisor";
  if (office.unitId !== null) return office.unitId === task.leadUnitId ? "lead" : task.jointUnitIds.includes(office.unitId) ? "joint" : null;
  if (office.schoolId !== null) return task.schoolIds.includes(office.schoolId) ? "lead" : task.allSchools ? "school" : null;
  return null;
}

export function assertFreshTask(task: { version: number }, version: number): void {
  if (task.version !== version) throw new AppError("conflict", "这项任务刚被他人更新，请刷新后核对再办理。", {}, { version: task.version });
}
