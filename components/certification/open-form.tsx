"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { open } from "@/lib/certification/save-certification";
import { Choice, Line, Outcome, Words, faultsOf } from "./fields";

type Props = { divisionCode: string; batches: { id: string; name: string; due: string | null }[] };

/** 自荐: the county's government begins its course. */
export function OpenForm({ divisionCode, batches }: Props) {
  const [batchId, setBatch] = useState(batches[0]?.id ?? "");
  const [basicBalanceYear, setYear] = useState("");
  const [statement, setStatement] = useState("");
  const [result, act, busy] = useActionState(() => send(() => open(null, { divisionCode, batchId, basicBalanceYear, statement })), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} className="card space-y-3 px-5 py-4" aria-label="自荐">
      <h2 className="font-semibold">自荐</h2>
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice label="批次" value={batchId} onChange={(event) => setBatch(event.target.value)} error={faults.batchId}>{batches.map(({ id, name, due }) => <option key={id} value={id}>{name}{due ? `（自荐截至 ${due}）` : ""}</option>)}</Choice>
        <Line label="国家认定基本均衡的年份" inputMode="numeric" maxLength={4} value={basicBalanceYear} onChange={(event) => setYear(event.target.value)} error={faults.basicBalanceYear} />
      </div>
      <Words label="自荐的基础和理由" maxLength={2000} value={statement} onChange={(event) => setStatement(event.target.value)} error={faults.statement} />
      <Button type="submit" look="primary" disabled={busy}>登记自荐</Button>
      <p className="text-sm text-muted">登记后由经办人拟稿，审核、签发后报送省级；三件事由三个人办理。</p>
      <Outcome result={result} />
    </form>
  );
}
