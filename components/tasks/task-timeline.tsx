import Link from "next/link";
import type { TaskItem } from "@/lib/tasks/load-board";
import { TASK_STATE_NAME } from "@/lib/tasks/rules";

const FILL = { idle: "bg-line", doing: "bg-brand", waiting: "bg-warn", done: "bg-pass", deferred: "bg-line" } as const;
const DAY = 86_400_000;

/** The year in months, each task a bar from its start to its due day; today is marked. */
export function TaskTimeline({ code, year, today, tasks }: { code: string; year: number; today: string; tasks: TaskItem[] }) {
  const start = Date.UTC(year, 0, 1);
  const span = Date.UTC(year + 1, 0, 1) - start;
  const at = (day: string, end = false) => Math.max(0, Math.min(100, (100 * (Date.parse(day) + (end ? DAY : 0) - start)) / span));
  const mark = at(today);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="任务时间线">
      <div className="min-w-[56rem]">
        <div className="grid grid-cols-[18rem_1fr] border-b border-line text-sm text-muted">
          <span className="py-1">任务</span>
          <span className="grid grid-cols-12">{Array.from({ length: 12 }, (_, month) => <span key={month} className="border-l border-line py-1 text-center">{month + 1} 月</span>)}</span>
        </div>
        <ul>
          {tasks.map((task) => {
            const [from, to] = [at(task.startsOn), at(task.dueOn, true)];
            return (
              <li key={task.id} className="grid grid-cols-[18rem_1fr] items-center border-b border-line/60 text-sm">
                <Link className="link truncate py-1.5 pr-3" title={task.title} href={`/d/${code}/tasks/${task.id}`} prefetch={false}>{task.title}</Link>
                <span className="relative block h-6">
                  {mark > 0 && mark < 100 ? <span aria-hidden className="absolute inset-y-0 w-px bg-fail/60" style={{ left: `${mark}%` }} /> : null}
                  <span className={`absolute top-1.5 h-3 rounded ${task.overdue ? "bg-fail" : FILL[task.state]}`} style={{ left: `${from}%`, width: `${Math.max(0.6, to - from)}%` }} title={`${task.startsOn} 至 ${task.dueOn}`} />
                  <span className="sr-only">{task.startsOn} 至 {task.dueOn}，{TASK_STATE_NAME[task.state]}{task.overdue ? "，逾期" : ""}</span>
                </span>
              </li>
            );
          })}
        </ul>
        <p className="pt-2 text-xs text-muted">蓝色推进中，橙色待核验，绿色已完成，红色逾期，灰色未启动或暂缓；竖线为今天。</p>
      </div>
    </div>
  );
}
