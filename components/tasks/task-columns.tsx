import Link from "next/link";
import type { TaskItem } from "@/lib/tasks/load-board";
import { TASK_STATES, TASK_STATE_NAME } from "@/lib/tasks/rules";
import { QuickAct } from "./quick-act";
import { TaskStateTag } from "./task-state";

/** The tasks by state, side by side; a card moves by its button, so that it moves on a phone and by keyboard too. */
export function TaskColumns({ code, tasks }: { code: string; tasks: TaskItem[] }) {
  return (
    <div className="grid gap-3 md:grid-cols-3 xl:grid-cols-5">
      {TASK_STATES.map((state) => {
        const here = tasks.filter((task) => task.state === state);
        return (
          <section key={state} className="card min-w-0 px-3 py-3" aria-label={TASK_STATE_NAME[state]}>
            <h2 className="mb-2 font-semibold">{TASK_STATE_NAME[state]} <span className="font-normal text-muted">{here.length}</span></h2>
            {here.length === 0 ? <p className="text-sm text-muted">没有</p> : null}
            <ul className="space-y-2">
              {here.map((task) => (
                <li key={task.id} className="space-y-1 rounded-md border border-line px-3 py-2 text-sm">
                  <Link className="link" href={`/d/${code}/tasks/${task.id}`} prefetch={false}>{task.title}</Link>
                  <p className="text-xs text-muted">{task.leadUnit || "未落实牵头单位"} · {task.dueOn} 前</p>
                  {task.overdue ? <TaskStateTag state={task.state} overdue /> : null}
                  <QuickAct task={task} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
