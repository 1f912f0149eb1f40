"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { dropTask } from "@/lib/tasks/save-task";

/** Takes a county's own measure off the list, with a reason. */
export function DropTask({ taskId, version, title }: { taskId: string; version: number; title: string }) {
  const [reason, setReason] = useState("");
  const [result, drop, busy] = useActionState(dropTask, null);
  return (
    <details className="mt-4 text-sm"><summary className="cursor-pointer text-fail">移出清单</summary>
      <form className="mt-2 flex flex-wrap items-end gap-2" onSubmit={sending(() => drop({ taskId, version, reason }))}>
        <label className="min-w-64 flex-1">移出“{title}”的原因<input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-1.5" /></label>
        <Button type="submit" look="danger" disabled={busy}>确认移出</Button>
        <Said result={result} all />
      </form>
    </details>
  );
}
