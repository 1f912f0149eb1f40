"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { STEP_RESULTS, STEP_RESULT_NAME } from "@/lib/certification/batch-steps";
import type { StepView } from "@/lib/certification/load-case";
import { step as record } from "@/lib/certification/save-certification";
import { Choice, Line, Outcome, faultsOf } from "./fields";

/** The result of one step of 国家认定. */
export function StepForm({ caseId, step }: { caseId: string; step: StepView }) {
  const [outcome, setOutcome] = useState(step.result ?? "");
  const [note, setNote] = useState(step.note);
  const [result, act, busy] = useActionState(() => send(() => record(null, { caseId, step: step.key, result: outcome, note, version: step.version })), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} aria-label={step.name} className="grid items-end gap-2 border-b border-line/70 pb-3 last:border-0 sm:grid-cols-[8rem_8rem_1fr_auto]">
      <span className="self-center font-medium">{step.name}</span>
      <Choice label="结果" value={outcome} onChange={(event) => setOutcome(event.target.value)} error={faults.result}><option value="">请选择</option>{STEP_RESULTS.map((one) => <option key={one} value={one}>{STEP_RESULT_NAME[one]}</option>)}</Choice>
      <Line label="说明" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} error={faults.note} />
      <Button type="submit" disabled={busy}>记录</Button>
      <div className="sm:col-span-4"><Outcome result={result} /></div>
    </form>
  );
}
