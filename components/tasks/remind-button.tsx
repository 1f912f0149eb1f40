"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { remindTask } from "@/lib/tasks/remind-task";

/** For the bureau: a notice to whoever leads the task. */
export function RemindButton({ taskId }: { taskId: string }) {
  const [result, remind, busy] = useActionState(remindTask, null);
  return (
    <form onSubmit={sending(() => remind({ taskId }))} className="inline-flex items-center gap-2">
      <Button type="submit" disabled={busy}>提醒牵头单位</Button>
      <Said result={result} />
    </form>
  );
}
