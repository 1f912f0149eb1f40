"use client";

import { useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { acknowledge, cancel } from "@/lib/visits/save-visit";
import { send } from "./use-kept-draft";

type Key = { visitId: string; version: number };
const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 text-base font-normal";

/** The school's confirmation, with its own words where it has any. */
export function AcknowledgeForm(key: Key) {
  const [reply, setReply] = useState("");
  const [result, act, busy] = useActionState(() => send(() => acknowledge(null, { ...key, reply })), null);
  return (
    <form action={act} className="space-y-3">
      <TextArea label="学校意见（选填）" rows={3} maxLength={1000} value={reply} onChange={(event) => setReply(event.target.value)} />
      <p className="text-sm text-muted">确认后，记录不再更改，督学、教育行政部门和督导机构都能看到学校意见。</p>
      <Button type="submit" look="primary" disabled={busy} className="min-h-12 w-full text-base sm:w-auto sm:px-8">确认访校记录</Button>
      <Said result={result} />
    </form>
  );
}

/** Takes a planned visit off the list, with a reason. */
export function CancelForm(key: Key) {
  const [reason, setReason] = useState("");
  const [result, act, busy] = useActionState(() => send(() => cancel(null, { ...key, reason })), null);
  return (
    <details className="card px-5 py-3 text-sm"><summary className="cursor-pointer py-1 text-fail">取消这次访校</summary>
      <form action={act} className="mt-2 space-y-2">
        <label className="block">取消的原因<input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} className={box} /></label>
        {result?.ok === false ? <p role="status" className="text-fail">✕ {result.fields.reason ?? result.message}</p> : null}
        <Button type="submit" look="danger" disabled={busy} className="min-h-11">确认取消</Button>
      </form>
    </details>
  );
}
