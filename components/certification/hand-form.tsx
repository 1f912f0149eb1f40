"use client";

import { startTransition, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { send } from "@/components/visits/use-kept-draft";
import type { DecisionView } from "@/lib/certification/load-case";
import { HAND_ACT_NAME, type HandAct } from "@/lib/certification/machine";
import { OUTCOME } from "@/lib/certification/outcomes";
import { move } from "@/lib/certification/save-certification";
import { Line, Outcome, Words, faultsOf } from "./fields";

/** 审核, 签发 and back, of the decision under way: what will happen is said beside the act. */
export function HandForm({ decision, acts, leads }: { decision: DecisionView; acts: HandAct[]; leads: string }) {
  const [reason, setReason] = useState("");
  const [documentNumber, setNumber] = useState("");
  const [publishedOn, setPublished] = useState("");
  const [result, run, busy] = useActionState((_: unknown, act: HandAct) => send(() => move(null, { decisionId: decision.id, version: decision.version, act, reason, documentNumber: act === "sign" ? documentNumber : "", publishedOn: act === "sign" ? publishedOn : "" })), null);
  const faults = faultsOf(result);
  return (
    <div className="space-y-3" role="group" aria-label="审核和签发">
      <dl className="grid grid-cols-[5rem_1fr] gap-y-1 text-sm">
        <dt className="text-muted">拟办</dt><dd className="font-medium">{OUTCOME[decision.outcome].label}</dd>
        <dt className="text-muted">意见</dt><dd className="whitespace-pre-line">{decision.opinion}</dd>
        {decision.mendBy ? <><dt className="text-muted">期限</dt><dd>{decision.mendBy}</dd></> : null}
        <dt className="text-muted">经办</dt><dd>{decision.handlerName}</dd>
        <dt className="text-muted">审核</dt><dd>{decision.reviewerName ?? "等待审核"}</dd>
        <dt className="text-muted">签发</dt><dd>等待签发</dd>
      </dl>
      {acts.includes("sign") ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Line label="文号" placeholder="机关代字〔2026〕1号" maxLength={40} value={documentNumber} onChange={(event) => setNumber(event.target.value)} error={faults.documentNumber} />
          {OUTCOME[decision.outcome].published ? <Line label="公布日期" type="date" value={publishedOn} onChange={(event) => setPublished(event.target.value)} error={faults.publishedOn} /> : null}
        </div>
      ) : null}
      {acts.includes("sign") ? <p className="text-sm text-muted">{leads}</p> : null}
      {acts.includes("sendBack") ? <Words label="退回的原因（退回时填写）" rows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} error={faults.reason} /> : null}
      <div className="flex flex-wrap gap-2">{acts.map((act) => <Button key={act} look={act === "check" || act === "sign" ? "primary" : act === "sendBack" ? "danger" : "plain"} disabled={busy} onClick={() => startTransition(() => run(act))}>{HAND_ACT_NAME[act]}</Button>)}</div>
      {acts.length === 0 ? <p className="text-sm text-muted">{decision.state === "drafted" ? "等待承担“审核”的另一位同事办理。" : "等待承担“签发”的第三位同事办理。"}</p> : null}
      <Outcome result={result} />
    </div>
  );
}
