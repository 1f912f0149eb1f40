"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { remindTask } from "@/lib/tasks/remind-task";

/** For the bureau: a notice to whoever leads the task. */
export function RemindButton({ taskId }: { taskId: string }) {
  const [result, remind, busy] = useActionState(remindTask, null);
  return (
    <form onSubmit={sending(() => remind({ taskId }))} className="inline-flex items-center gap-2">
      <Button type="submit" disabled={busy}>提醒牵头单位</Button>
      {result ? <span role="status" className={result.ok ? "text-sm text-pass" : "text-sm text-fail"}>{result.ok ? `✓ ${result.message}` : result.message}</span> : null}
    </form>
  );
}
