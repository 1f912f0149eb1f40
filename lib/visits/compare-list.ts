import { changesOf, type ListedTask } from "@/lib/tasks/list-rules";
import type { TaskState } from "@/lib/tasks/rules";

/** How a task stands now. */
export type PresentTask = { id: string; state: TaskState; progress: number; overdue: boolean };
export type InspectionNote = { id: string; taskId: string; verdict: string; finding: string; byName: string; at: Date };
/** A task of the filed list beside the present: null where it has gone from the list; `altered`: what no longer reads as filed. */
export type ComparedTask = { filed: ListedTask; present: PresentTask | null; altered: string[]; notes: InspectionNote[] };
export type ComparedUnit = { unit: string; tasks: ComparedTask[]; done: number; overdue: number };
/** `added`: on the present list without having been filed. */
export type Comparison = { units: ComparedUnit[]; added: { id: string; title: string }[]; gone: number };

const BUREAU = "教育行政部门";

/** The filed list against the present, by lead unit as filed; the bureau first, then in the list's order. Pure. seed: X16 */
export function compareList(filed: ListedTask[], current: ListedTask[], present: PresentTask[], notes: InspectionNote[]): Comparison {
  const now = new Map(present.map((task) => [task.id, task]));
  const changes = changesOf(filed, current);
  const altered = new Map(changes.map((change) => [change.id, change.fields]));
  const units = new Map<string, ComparedTask[]>([[BUREAU, []]]);
  for (const task of filed) {
    const unit = task.leadUnit || BUREAU;
    units.set(unit, [...(units.get(unit) ?? []), { filed: task, present: now.get(task.id) ?? null, altered: now.has(task.id) ? (altered.get(task.id) ?? []) : [], notes: notes.filter((note) => note.taskId === task.id) }]);
  }
  return {
    units: [...units].filter(([, tasks]) => tasks.length > 0).map(([unit, tasks]) => ({ unit, tasks, done: tasks.filter((task) => task.present?.state === "done").length, overdue: tasks.filter((task) => task.present?.overdue).length })),
    added: changes.filter((change) => change.change === "added").map(({ id, title }) => ({ id, title })),
    gone: filed.filter((task) => !now.has(task.id)).length,
  };
}
