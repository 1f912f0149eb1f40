import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { addNotice, type NoticeInput } from "@/lib/notices/add-notice";
import type { TaskRow } from "./find-task";

type Task = Pick<TaskRow, "id" | "divisionCode" | "leadUnitId" | "schoolIds">;

/** Tells whoever leads a task: its unit (else the bureau) and the schools that lead it. Nobody is told of an own act. */
export async function tellLead(tx: Tx, actor: Actor, task: Task, { kind, title }: Pick<NoticeInput, "kind" | "title">): Promise<number> {
  const { divisionCode } = task;
  const about = { kind, title, entity: "task", entityId: task.id };
  const mine = task.leadUnitId === actor.office.unitId && actor.office.schoolId === null;
  if (!mine) await addNotice(tx, actor, { divisionCode, unitId: task.leadUnitId }, { ...about, href: `/d/${divisionCode}/tasks/${task.id}` });
  for (const schoolId of task.schoolIds) await addNotice(tx, actor, { divisionCode, schoolId }, { ...about, href: `/s/${schoolId}/tasks/${task.id}` });
  return (mine ? 0 : 1) + task.schoolIds.length;
}
