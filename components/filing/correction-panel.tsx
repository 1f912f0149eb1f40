"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { sending } from "@/components/ui/sending";
import { openCorrection } from "@/lib/filings/open-correction";

/** Opens an approved filing for a correction; the approved version stands meanwhile. */
export function CorrectionPanel({ filingId, version }: { filingId: string; version: number }) {
  const [reason, setReason] = useState("");
  const [result, open, busy] = useActionState(openCorrection, null);
  return (
    <details className="card no-print px-5 py-4">
      <summary className="cursor-pointer font-medium">审定后发现有误？发起更正</summary>
      <form onSubmit={sending(() => open({ filingId, version, reason }))} className="mt-3 space-y-3">
        <TextArea label="更正原因" value={reason} onChange={(event) => setReason(event.target.value)} rows={2} maxLength={500} />
        <p className="text-sm text-muted">更正审核通过前，原审定数据继续有效；每一版都会保留，可以对照。</p>
        {result?.ok === false ? <p role="alert" className="text-sm text-fail">{Object.values(result.fields)[0] ?? result.message}</p> : null}
        <Button type="submit" disabled={busy}>{busy ? "正在办理…" : "发起更正"}</Button>
      </form>
    </details>
  );
}
