"use client";

import { useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { answerFlag, checkData, judgeFlag } from "@/lib/data-flags/save-flags";
import { FLAG_ACTS, flagRule, type FlagAct } from "@/lib/data-flags/rules";

type Props = { divisionCode: string; year: number; flagKey: string; version: number; acts: FlagAct[]; title: string };

/** What the reader may do with a flag now: words, then the act. */
export function FlagActs({ divisionCode, year, flagKey, version, acts, title }: Props) {
  const [text, setText] = useState("");
  const [answered, answer, answering] = useActionState(answerFlag, null);
  const [judged, judge, judging] = useActionState(judgeFlag, null);
  if (acts.length === 0) return null;
  const result = answered ?? judged;
  const fault = result?.ok === false ? (result.fields.text ?? result.message) : undefined;
  const run = (act: FlagAct) => (flagRule(act).by === "county" ? answer : judge)({ divisionCode, year, key: flagKey, version, act, text });
  return (
    <div className="no-print mt-2 space-y-2 text-sm" role="group" aria-label={`办理：${title}`}>
      <TextArea label={acts.includes("answer") ? "情况说明" : "核查意见"} rows={2} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} error={fault} />
      <div className="flex flex-wrap gap-2">{acts.map((act) => <Button key={act} look={act === "confirm" ? "danger" : act === "return" ? "plain" : "primary"} disabled={answering || judging} onClick={() => run(act)}>{FLAG_ACTS[act].label}</Button>)}</div>
    </div>
  );
}

/** Looks through the county's approved data of the year by all rules. */
export function ScanButton({ divisionCode, year }: { divisionCode: string; year: number }) {
  const [result, check, busy] = useActionState(checkData, null);
  return (
    <span className="no-print mt-2 flex flex-wrap items-center gap-3">
      <Button look="primary" disabled={busy} onClick={() => check({ divisionCode, year })}>{busy ? "正在检查…" : "检查数据"}</Button>
      <Said result={result} />
    </span>
  );
}
