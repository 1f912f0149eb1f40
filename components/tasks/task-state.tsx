import { StatusTag } from "@/components/ui/status-tag";
import { TASK_STATE_NAME, TASK_STATE_TONE, type TaskState } from "@/lib/tasks/rules";

/** A task's state, and 逾期 as a mark beside it. */
export function TaskStateTag({ state, overdue }: { state: TaskState; overdue: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusTag tone={TASK_STATE_TONE[state]}>{TASK_STATE_NAME[state]}</StatusTag>
      {overdue ? <StatusTag tone="fail">逾期</StatusTag> : null}
    </span>
  );
}
