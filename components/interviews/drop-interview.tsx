"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { dropInterview } from "@/lib/interviews/save-interview";

/** Retires a record that was entered by mistake, with a reason. */
export function DropInterview({ interviewId, version }: { interviewId: string; version: number }) {
  const [reason, setReason] = useState("");
  const [result, drop, busy] = useActionState(dropInterview, null);
  return (
    <details className="no-print mt-3 text-sm"><summary className="cursor-pointer text-fail">停用这条记录</summary>
      <form className="mt-2 flex flex-wrap items-end gap-2" onSubmit={sending(() => drop({ interviewId, version, reason }))}>
        <label className="min-w-64 flex-1">停用的原因<input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-1.5" /></label>
        <Button type="submit" look="danger" disabled={busy}>确认停用</Button>
        <Said result={result} all />
      </form>
    </details>
  );
}
