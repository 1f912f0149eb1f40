"use client";

import { useActionState, useState } from "react";
import { Choice, Outcome, Words, faultsOf } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { review } from "@/lib/nominations/save-nomination";

type Props = { id: string; given: { decision: string; reason: string; version: number } | null };

/** The ministry's opinion on one reported county. */
export function ReviewForm({ id, given }: Props) {
  const [decision, setDecision] = useState(given?.decision ?? "");
  const [reason, setReason] = useState(given?.reason ?? "");
  const [result, act, busy] = useActionState(() => send(() => review(null, { id, decision, reason, version: given?.version ?? 0 })), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="审核意见">
      <Choice label="审核意见" value={decision} error={faults.decision} onChange={(event) => setDecision(event.target.value)}><option value="">请选择</option><option value="admit">同意列入</option><option value="decline">本批不列入</option></Choice>
      <Words label="理由" maxLength={1000} value={reason} error={faults.reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="submit" look="primary" disabled={busy}>保存审核意见</Button>
      <Outcome result={result} />
    </form>
  );
}
