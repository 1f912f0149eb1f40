import type { TaskItem } from "./load-board";
import { weightedProgress } from "./rules";

/** A percentage of progress that says 100 only when everything is done. */
export const progressText = (percent: number | null): string => (percent === null ? "—" : percent >= 100 ? "100%" : `${Math.min(99, Math.floor(percent))}%`);

/** The answer that opens the page of tasks. */
export function summariseTasks(place: string, year: number, tasks: TaskItem[]): { sentence: string; tone: "pass" | "fail" | "warn" | "pending" | "neutral" } {
  if (tasks.length === 0) return { sentence: `${place}还没有 ${year} 年度的任务清单。`, tone: "neutral" };
  const count = (state: TaskItem["state"]) => tasks.filter((task) => task.state === state).length;
  const overdue = tasks.filter((task) => task.overdue).length;
  const parts = [`已完成 ${count("done")} 项`, `推进中 ${count("doing")} 项`, ...(count("waiting") ? [`待核验 ${count("waiting")} 项`] : []), ...(count("idle") ? [`未启动 ${count("idle")} 项`] : []), ...(count("deferred") ? [`暂缓 ${count("deferred")} 项`] : [])];
  const late = overdue > 0 ? `其中 ${overdue} 项逾期` : "没有逾期";
  return { sentence: `${place} ${year} 年度创建任务 ${tasks.length} 项：${parts.join("、")}，${late}；加权进度 ${progressText(weightedProgress(tasks))}。`, tone: overdue > 0 ? "fail" : count("done") === tasks.length ? "pass" : "pending" };
}
