"use client";

import { useActionState, useState } from "react";
import { Line, Outcome, Words, faultsOf } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { rank, report } from "@/lib/nominations/save-nomination";

type Candidate = { id: string; county: string; rank: number | null; version: number };
type Props = { batchId: string; candidates: Candidate[]; first: number; quota: { min: number; max: number }; late: boolean };

/** The province's order of its candidates. */
export function RankForm({ batchId, candidates, first, quota }: Omit<Props, "late">) {
  const [ranks, setRanks] = useState<Record<string, string>>(Object.fromEntries(candidates.map((one) => [one.id, one.rank === null ? "" : String(one.rank)])));
  const [result, act, busy] = useActionState(() => send(() => rank(null, { batchId, ranks: candidates.map(({ id, version }) => ({ id, version, rank: ranks[id] ?? "" })) })), null);
  const faults = faultsOf(result);
  const others = Object.entries(faults).flatMap(([key, text]) => (key.startsWith("ranks") ? [text] : []));
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="推荐顺序">
      <p className="text-sm text-muted">每省可推荐 {quota.min}—{quota.max} 个。拟推荐的从 {first} 开始连续编号，不推荐的留空；报送前只有本级可见。</p>
      <div className="grid gap-3 sm:grid-cols-3">{candidates.map(({ id, county }) => <Line key={id} label={`${county}的推荐顺序`} inputMode="numeric" maxLength={2} value={ranks[id] ?? ""} onChange={(event) => setRanks({ ...ranks, [id]: event.target.value })} />)}</div>
      {others.map((text) => <p key={text} className="text-sm text-fail">✕ {text}</p>)}
      <Button type="submit" disabled={busy}>保存推荐顺序</Button>
      <Outcome result={result} />
    </form>
  );
}

/** The province reports those that it has ranked. */
export function ReportForm({ batchId, candidates, late, quota }: Omit<Props, "first">) {
  const ranked = candidates.filter((one) => one.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const [documentNumber, setNumber] = useState("");
  const [reason, setReason] = useState("");
  const [result, act, busy] = useActionState(() => send(() => report(null, { batchId, documentNumber, reason })), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="报送教育部">
      <p className="text-sm">{ranked.length === 0 ? "还没有排序的推荐县。" : `将按顺序推荐：${ranked.map(({ county }) => county).join("、")}。报送后不能撤回，教育部和有关县可以查看。`}</p>
      <Line label="报送文号" value={documentNumber} maxLength={40} error={faults.documentNumber} onChange={(event) => setNumber(event.target.value)} />
      <Words label={late ? "补报的原因（已过报送期限，必填）" : `说明（不足 ${quota.min} 个时必填）`} maxLength={1000} value={reason} error={faults.reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="submit" look="primary" disabled={busy}>{late ? "补报教育部" : "报送教育部"}</Button>
      <Outcome result={result} />
    </form>
  );
}
