"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { OUTCOME, type Outcome as Decision } from "@/lib/certification/outcomes";
import { draft } from "@/lib/certification/save-certification";
import { Choice, Line, Outcome, Words, faultsOf } from "./fields";

type Props = { caseId: string; version: number; choices: { outcome: Decision; refusal: string | null }[]; last: { opinion: string; sentBack: string } | null; today: string };

/** 经办: a decision with its words. The step forward stands first, with what is still in its way, so that nobody refuses by oversight. */
export function DraftForm({ caseId, version, choices, last, today }: Props) {
  const [outcome, setOutcome] = useState<Decision | undefined>(choices[0]?.outcome);
  const [opinion, setOpinion] = useState(last?.opinion ?? "");
  const [mendBy, setMendBy] = useState("");
  const [result, act, busy] = useActionState(() => send(() => draft(null, { caseId, version, outcome, opinion, mendBy })), null);
  const faults = faultsOf(result);
  const chosen = choices.find((choice) => choice.outcome === outcome);
  if (!outcome || !chosen) return null;
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="拟稿">
      {last?.sentBack ? <p className="rounded bg-warn-soft px-3 py-2 text-sm text-warn">上次拟稿被退回：{last.sentBack}</p> : null}
      <Choice label="拟办" value={outcome} onChange={(event) => setOutcome(choices.find((choice) => choice.outcome === event.target.value)?.outcome)} error={faults.outcome}>
        {choices.map((choice) => <option key={choice.outcome} value={choice.outcome}>{OUTCOME[choice.outcome].label}{choice.refusal ? "（现在不能办理）" : ""}</option>)}
      </Choice>
      {chosen.refusal ? <p className="text-sm text-warn">⚠ {chosen.refusal}</p> : (
        <>
          <Words label={outcome === "return" || outcome === "refuse" || outcome === "revoke" || outcome === "retract" ? "原因和依据" : "意见"} maxLength={4000} value={opinion} onChange={(event) => setOpinion(event.target.value)} error={faults.opinion} />
          {OUTCOME[outcome].dated || outcome === "return" ? <Line label={OUTCOME[outcome].dated ? "整改期限" : "重新报送的期限（选填）"} type="date" min={today} value={mendBy} onChange={(event) => setMendBy(event.target.value)} error={faults.mendBy} /> : null}
          <Button type="submit" look="primary" disabled={busy}>拟稿，送审核</Button>
        </>
      )}
      <Outcome result={result} />
    </form>
  );
}
