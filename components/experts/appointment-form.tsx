"use client";

import { startTransition, useActionState, useState } from "react";
import { Line, Outcome, faultsOf } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import type { ExpertLine } from "@/lib/experts/list-experts";
import { change, end } from "@/lib/experts/save-experts";

/** Other days or another task for an appointment, or its end before the last day, which is open also while the body decides. */
export function AppointmentForm({ expert, changes }: { expert: ExpertLine; changes: boolean }) {
  const { id, version } = expert;
  const [task, setTask] = useState(expert.task);
  const [fromOn, setFrom] = useState(expert.fromOn);
  const [untilOn, setUntil] = useState(expert.untilOn);
  const [reason, setReason] = useState("");
  const [result, act, busy] = useActionState((_: unknown, what: "change" | "end") => send(() => (what === "end" ? end(null, { id, version, reason }) : change(null, { id, version, task, fromOn, untilOn }))), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(() => act(changes ? "change" : "end"))} className="mt-2 space-y-3" aria-label={`修改${expert.name}的聘请`}>
      {changes ? <div className="grid gap-3 sm:grid-cols-3">
        <Line label="分工或专业" maxLength={200} value={task} onChange={(event) => setTask(event.target.value)} error={faults.task} />
        <Line label="开始日期" type="date" value={fromOn} onChange={(event) => setFrom(event.target.value)} error={faults.fromOn} />
        <Line label="结束日期" type="date" value={untilOn} onChange={(event) => setUntil(event.target.value)} error={faults.untilOn} />
      </div> : null}
      <Line label="结束的原因（结束聘请时填写）" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={faults.reason} />
      <div className="flex flex-wrap gap-2">
        {changes ? <Button type="submit" disabled={busy}>保存修改</Button> : null}
        <Button look="danger" disabled={busy} onClick={() => startTransition(() => act("end"))}>结束聘请</Button>
      </div>
      <p className="text-sm text-muted">结束后这位专家立即不能再进入；已录入的核实值和已提交的意见保留。</p>
      <Outcome result={result} />
    </form>
  );
}
