"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { visit } from "@/lib/certification/save-certification";
import { Line, Outcome, faultsOf } from "./fields";

/** Plans a visit; the schools are drawn on the server, with a seed that is recorded. */
export function VisitForm({ caseId, today }: { caseId: string; today: string }) {
  const [plannedOn, setDay] = useState(today);
  const [team, setTeam] = useState("");
  const [count, setCount] = useState("6");
  const [result, act, busy] = useActionState(() => send(() => visit(null, { caseId, plannedOn, team, count })), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} className="mt-3 space-y-3" aria-label="安排实地核查">
      <div className="grid gap-3 sm:grid-cols-[11rem_1fr_8rem]">
        <Line label="核查日期" type="date" min={today} value={plannedOn} onChange={(event) => setDay(event.target.value)} error={faults.plannedOn} />
        <Line label="专家组（岗位、单位，不写姓名）" maxLength={500} value={team} onChange={(event) => setTeam(event.target.value)} error={faults.team} />
        <Line label="抽取学校（所）" inputMode="numeric" maxLength={2} value={count} onChange={(event) => setCount(event.target.value)} error={faults.count} />
      </div>
      <Button type="submit" look="primary" disabled={busy}>随机抽取学校</Button>
      <Outcome result={result} />
    </form>
  );
}
