import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { shanghaiDay } from "@/lib/time";
import { listTasks, type TaskItem } from "./load-board";

/** The tasks of a year that concern a school: those it leads and those of all schools. */
export async function listSchoolTasks(actor: Actor, school: { id: string; divisionCode: string }, year: number): Promise<TaskItem[]> {
  return withScope(scopeOf(actor), async (tx) => {
    const { tasks } = await listTasks(tx, actor, school.divisionCode, year, shanghaiDay(new Date()));
    return tasks.filter((task) => task.allSchools || task.schoolIds.includes(school.id));
  });
}
