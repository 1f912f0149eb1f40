"use client";

import { startTransition, useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { actOnEntry } from "@/lib/ledger/act-on-entry";
import { LEDGER_ACTS, type LedgerAct } from "@/lib/ledger/rules";

type Props = { entryId: string; version: number; dataMet: boolean; acts: LedgerAct[] };

const LOOK: Record<LedgerAct, "primary" | "plain" | "danger"> = { start: "primary", report: "plain", submit: "primary", verify: "primary", return: "danger", reopen: "danger" };

/** What the reader may do with the entry now: words first, then the act. */
export function EntryActs({ entryId, version, dataMet, acts }: Props) {
  const [text, setText] = useState("");
  // What is typed stays through a save of the plan beside it, and goes once it has been written into the history.
  const [result, act, busy] = useActionState(async (before: Awaited<ReturnType<typeof actOnEntry>> | null, what: LedgerAct) => {
    const answer = await actOnEntry(before, { entryId, version, act: what, text });
    if (answer.ok) setText("");
    return answer;
  }, null);
  if (acts.length === 0) return result?.ok ? <p role="status" className="card px-5 py-4 text-sm text-pass">✓ {result.message}</p> : null;
  const fault = result?.ok === false ? result.fields.text : undefined;
  return (
    <section className="card no-print space-y-3 px-5 py-4" aria-label="办理">
      <h2 className="font-semibold">办理</h2>
      <TextArea label="整改情况、核验意见或原因" rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} error={fault} />
      <div className="flex flex-wrap gap-2">{acts.map((what) => <Button key={what} look={LOOK[what]} disabled={busy} onClick={() => startTransition(() => act(what))}>{LEDGER_ACTS[what].label}</Button>)}</div>
      {acts.includes("verify") ? <p className="text-sm text-muted">{dataMet ? "平台数据已达标。核验属实的销号；不属实的退回并写明原因。" : "平台数据还没有印证达标：凭材料和现场核验销号的，要写明核验情况；下年度数据仍低于标准的，自查会重新打开。"}</p> : null}
      <p className="text-sm text-muted">办理记录对所有能看到这个问题的人公开；参加整改的单位、学校和个人不能自己核验。</p>
      <Said result={result} />
    </section>
  );
}
