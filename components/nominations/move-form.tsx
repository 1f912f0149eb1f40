"use client";

import { useActionState, useState } from "react";
import { Outcome, Words, faultsOf } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { NOMINATION_ACTS, type SingleAct } from "@/lib/nominations/rules";
import { move } from "@/lib/nominations/save-nomination";

/** What the reader may do with one 推荐表 now. */
export function MoveForm({ id, version, acts }: { id: string; version: number; acts: SingleAct[] }) {
  const [reason, setReason] = useState("");
  const [result, act, busy] = useActionState((_: unknown, chosen: SingleAct) => send(() => move(null, { id, version, act: chosen, reason })), null);
  const faults = faultsOf(result);
  const answers = Object.entries(faults).filter(([key]) => key.startsWith("answers."));
  return (
    <form className="space-y-3" aria-label="办理推荐表" onSubmit={(event) => event.preventDefault()}>
      {acts.some((one) => NOMINATION_ACTS[one].reason) ? <Words label="意见、退回的原因" maxLength={1000} value={reason} error={faults.reason} onChange={(event) => setReason(event.target.value)} /> : null}
      <div className="flex flex-wrap gap-2">{acts.map((one) => <Button key={one} look={one === "return" || one === "withdraw" ? "plain" : "primary"} disabled={busy} onClick={sending(() => act(one))}>{NOMINATION_ACTS[one].label}</Button>)}</div>
      {answers.length > 0 ? <ul className="space-y-1 text-sm text-fail">{answers.map(([key, text]) => <li key={key}>✕ {text}</li>)}</ul> : null}
      <Outcome result={result} />
    </form>
  );
}
