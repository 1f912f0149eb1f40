"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { monitor } from "@/lib/certification/save-certification";
import { Choice, Line, Outcome, Words, faultsOf } from "./fields";

type Props = { caseId: string; year: number; versions: Record<string, number> };

/** 年度监测 of a recognised county. */
export function MonitorForm({ caseId, year: first, versions }: Props) {
  const [year, setYear] = useState(String(first));
  const [conclusion, setConclusion] = useState("");
  const [note, setNote] = useState("");
  const [result, act, busy] = useActionState(() => send(() => monitor(null, { caseId, year, conclusion, note, version: versions[year] ?? 0 })), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="年度监测">
      <div className="grid gap-3 sm:grid-cols-2">
        <Line label="监测年度" inputMode="numeric" maxLength={4} value={year} onChange={(event) => setYear(event.target.value)} error={faults.year} />
        <Choice label="结论" value={conclusion} onChange={(event) => setConclusion(event.target.value)} error={faults.conclusion}><option value="">请选择</option><option value="held">保持认定水平</option><option value="slipped">有下滑</option></Choice>
      </div>
      <Words label="监测情况" maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} error={faults.note} />
      <Button type="submit" look="primary" disabled={busy}>记录年度监测</Button>
      <Outcome result={result} />
    </form>
  );
}
