"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { extend } from "@/lib/certification/save-certification";
import { Line, Outcome, faultsOf } from "./fields";

/** Another last day for the stage, with its reason. */
export function ExtendForm({ caseId, version, today }: { caseId: string; version: number; today: string }) {
  const [dueOn, setDue] = useState("");
  const [reason, setReason] = useState("");
  const [result, act, busy] = useActionState(() => send(() => extend(null, { caseId, version, dueOn, reason })), null);
  const faults = faultsOf(result);
  return (
    <details className="text-sm"><summary className="link cursor-pointer py-1">批准延期</summary>
      <form onSubmit={sending(act)} className="mt-2 grid items-start gap-3 sm:grid-cols-[12rem_1fr_auto]" aria-label="批准延期">
        <Line label="新的期限" type="date" min={today} value={dueOn} onChange={(event) => setDue(event.target.value)} error={faults.dueOn} />
        <Line label="原因" maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} error={faults.reason} />
        <Button type="submit" disabled={busy} className="sm:mt-6">批准</Button>
      </form>
      <Outcome result={result} />
    </details>
  );
}
