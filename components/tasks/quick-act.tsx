"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { actOnTask } from "@/lib/tasks/act-on-task";
import type { TaskItem } from "@/lib/tasks/load-board";
import { TASK_ACTS, type TaskAct } from "@/lib/tasks/rules";

/** The step that usually comes next; what needs words is done on the task's own page. */
const NEXT: Partial<Record<TaskItem["state"], TaskAct>> = { idle: "start", doing: "submit", waiting: "confirm" };

export function QuickAct({ task }: { task: Pick<TaskItem, "id" | "title" | "state" | "role" | "version"> }) {
  const [result, act, busy] = useActionState(actOnTask, null);
  const next = NEXT[task.state];
  const roles: readonly (string | null)[] = next ? TASK_ACTS[next].by : [];
  if (!next || !roles.includes(task.role)) return null;
  return (
    <form onSubmit={sending(() => act({ taskId: task.id, version: task.version, act: next }))}>
      <Button type="submit" disabled={busy} aria-label={`${TASK_ACTS[next].label}：${task.title}`}>{TASK_ACTS[next].label}</Button>
      {result?.ok === false ? <p role="alert" className="mt-1 text-xs text-fail">{result.message}</p> : null}
    </form>
  );
}
