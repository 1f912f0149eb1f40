"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { accept } from "@/lib/certification/save-certification";
import { Outcome, Words, faultsOf } from "./fields";

/** 受理, with words where a condition is not met. */
export function AcceptForm({ caseId, unmet }: { caseId: string; unmet: number }) {
  const [note, setNote] = useState("");
  const [result, act, busy] = useActionState(() => send(() => accept(null, { caseId, note })), null);
  return (
    <form onSubmit={sending(act)} className="mt-3 space-y-3" aria-label="受理">
      <Words label={unmet > 0 ? `受理的理由（有 ${unmet} 项条件未满足，必填）` : "受理意见（选填）"} rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} error={faultsOf(result).note} />
      <Button type="submit" look="primary" disabled={busy}>受理</Button>
      <Outcome result={result} />
    </form>
  );
}
