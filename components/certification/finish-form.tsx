"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { finish } from "@/lib/certification/save-certification";
import { Choice, Line, Outcome, Words, faultsOf } from "./fields";

type Issue = { schoolCode: string; problem: string; dueOn: string };
type Props = { visitId: string; version: number; today: string; schools: { code: string; name: string }[] };

/** Ends a visit: findings, and problems that enter the county's ledger. */
export function FinishForm({ visitId, version, today, schools }: Props) {
  const [doneOn, setDay] = useState(today);
  const [findings, setFindings] = useState("");
  const [issues, setIssues] = useState<Issue[]>([]);
  const [result, act, busy] = useActionState(() => send(() => finish(null, { visitId, version, doneOn, findings, issues })), null);
  const faults = faultsOf(result);
  const change = (at: number, part: Partial<Issue>) => setIssues(issues.map((issue, index) => (index === at ? { ...issue, ...part } : issue)));
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="办结实地核查">
      <div className="max-w-52"><Line label="核查日期" type="date" max={today} value={doneOn} onChange={(event) => setDay(event.target.value)} error={faults.doneOn} /></div>
      <Words label="核查情况" maxLength={4000} value={findings} onChange={(event) => setFindings(event.target.value)} error={faults.findings} />
      {issues.map((issue, at) => (
        <fieldset key={at} className="grid items-start gap-3 rounded-md border border-line p-3 sm:grid-cols-[12rem_1fr_11rem_auto]"><legend className="px-1 text-sm font-medium">问题 {at + 1}</legend>
          <Choice label="学校" value={issue.schoolCode} onChange={(event) => change(at, { schoolCode: event.target.value })} error={faults[`issues.${at}.schoolCode`]}><option value="">县级</option>{schools.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</Choice>
          <Line label="问题" maxLength={500} value={issue.problem} onChange={(event) => change(at, { problem: event.target.value })} error={faults[`issues.${at}.problem`]} />
          <Line label="整改期限" type="date" min={today} value={issue.dueOn} onChange={(event) => change(at, { dueOn: event.target.value })} error={faults[`issues.${at}.dueOn`]} />
          <Button className="sm:mt-6" onClick={() => setIssues(issues.filter((_, index) => index !== at))}>移除</Button>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setIssues([...issues, { schoolCode: "", problem: "", dueOn: "" }])}>添加问题</Button>
        <Button type="submit" look="primary" disabled={busy}>办结实地核查</Button>
      </div>
      <p className="text-sm text-muted">办结后核实值不再更改；提出的问题进入该县整改台账，由学校或县级教育行政部门整改。</p>
      <Outcome result={result} />
    </form>
  );
}
