import { z } from "zod";
import type { TaskItem } from "./load-board";
import { TASK_KINDS, TASK_STATES } from "./rules";

const schema = z.object({
  view: z.enum(["table", "board", "timeline"]).catch("table"),
  state: z.enum([...TASK_STATES, "overdue"]).optional().catch(undefined),
  kind: z.enum(TASK_KINDS).optional().catch(undefined),
  unit: z.string().max(60).optional().catch(undefined),
  mine: z.literal("1").optional().catch(undefined),
});
/** The filters of a task list, kept in the address. */
export type TaskFilters = z.infer<typeof schema>;
export const taskFilters = (search: Record<string, string | string[] | undefined>): TaskFilters => schema.parse(search);

/** The tasks that pass the filters; a unit is asked for as lead or joint. */
export function filterTasks(tasks: TaskItem[], { state, kind, unit, mine }: TaskFilters, unitName: string | undefined): TaskItem[] {
  return tasks.filter((task) =>
    (state === undefined || (state === "overdue" ? task.overdue : task.state === state))
    && (kind === undefined || task.kind === kind)
    && (unit === undefined || (unit === "none" ? task.leadUnitId === null : task.leadUnitId === unit || (unitName !== undefined && task.jointUnits.includes(unitName))))
    && (mine === undefined || task.role === "lead" || task.role === "joint"));
}
