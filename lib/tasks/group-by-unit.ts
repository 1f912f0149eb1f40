import type { TaskItem } from "./load-board";

export type UnitTasks = { unit: string; lead: TaskItem[]; joint: TaskItem[] };

const BUREAU = "教育行政部门";

/** The list by unit: what each leads and in what it takes part; the bureau first, then as they come (C6). */
export function groupByUnit(tasks: TaskItem[]): UnitTasks[] {
  const groups = new Map<string, UnitTasks>();
  const of = (unit: string) => {
    const found = groups.get(unit) ?? { unit, lead: [], joint: [] };
    groups.set(unit, found);
    return found;
  };
  of(BUREAU);
  for (const task of tasks) {
    of(task.leadUnit || BUREAU).lead.push(task);
    for (const unit of [...task.jointUnits, ...(task.allSchools ? ["各义务教育学校"] : [])]) of(unit).joint.push(task);
  }
  return [...groups.values()].filter((group) => group.lead.length + group.joint.length > 0);
}
