"use client";

import { useActionState, useState } from "react";
import { Choice, Line, Outcome, faultsOf } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import type { Candidate } from "@/lib/experts/list-candidates";
import { appoint } from "@/lib/experts/save-experts";

/** 聘请: one of the body's own experts to this visit, from a day to a day. */
export function AppointForm({ visitId, candidates, today }: { visitId: string; candidates: Candidate[]; today: string }) {
  const [userId, setUser] = useState("");
  const [task, setTask] = useState("");
  const [fromOn, setFrom] = useState(today);
  const [untilOn, setUntil] = useState("");
  const [result, act, busy] = useActionState(async () => {
    const done = await send(() => appoint(null, { visitId, userId, task, fromOn, untilOn }));
    if (done.ok) { setUser(""); setTask(""); }
    return done;
  }, null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="聘请专家">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Choice label="专家" value={userId} onChange={(event) => setUser(event.target.value)} error={faults.userId}><option value="">请选择</option>{candidates.map((one) => <option key={one.userId} value={one.userId}>{one.name}（{one.username}）</option>)}</Choice>
        <Line label="分工或专业" maxLength={200} value={task} onChange={(event) => setTask(event.target.value)} error={faults.task} />
        <Line label="开始日期" type="date" min={today} value={fromOn} onChange={(event) => setFrom(event.target.value)} error={faults.fromOn} />
        <Line label="结束日期" type="date" min={today} value={untilOn} onChange={(event) => setUntil(event.target.value)} error={faults.untilOn} />
      </div>
      <Button type="submit" look="primary" disabled={busy}>聘请</Button>
      <p className="text-sm text-muted">专家只在起止日期内看到这次核查抽取的学校和报送数据，期满自动关闭；在该县任职的须回避。</p>
      <Outcome result={result} />
    </form>
  );
}
