"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import type { Action } from "@/lib/access/define-action";
import { Outcome } from "./outcome";

export type RetireAction = Action<{ recomputed: number }>;

/** Ends an entry for a reason; says first what will happen. */
export function RetireForm({ code, id, version, title, retire }: { code: string; id: string; version: number; title: string; retire: RetireAction }) {
  const [result, run, busy] = useActionState(retire, null);
  const [reason, setReason] = useState("");
  return (
    <details className="no-print mt-1">
      <summary className="cursor-pointer text-brand">停用</summary>
      <form onSubmit={sending(() => run({ code, id, version, reason }))} className="mt-2 max-w-xl space-y-2 rounded-md bg-page p-3">
        <p>停用“{title}”：所辖县未办结年度的结果随即按停用后的标准重新计算，已办结年度不变；这一条仍可查看。</p>
        <TextField id={`retire-${id}`} label="停用原因" required maxLength={300} autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} error={result && !result.ok ? result.fields.reason : undefined} />
        <Button type="submit" look="danger" disabled={busy}>{busy ? "正在停用并重新计算…" : "确认停用"}</Button>
        <Outcome result={result} />
      </form>
    </details>
  );
}
