"use client";

import { useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { REQUEST_ACTS, requestRule, type RequestAct } from "@/lib/requests/rules";
import { answerRequest, followRequest } from "@/lib/requests/save-request";

type Props = { requestId: string; version: number; title: string; acts: RequestAct[] };

/** What the reader may do with a request now: words and a day where they are asked, then the act. */
export function RequestActs({ requestId, version, title, acts }: Props) {
  const [text, setText] = useState("");
  const [day, setDay] = useState("");
  const [answered, answer, answering] = useActionState(answerRequest, null);
  const [followed, follow, following] = useActionState(followRequest, null);
  if (acts.length === 0) return null;
  const result = answered ?? followed;
  const rules = acts.map(requestRule);
  const dayLabel = rules.find((rule) => rule.day !== null)?.day;
  const fields = result?.ok === false ? result.fields : {};
  const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-1.5 font-normal aria-invalid:border-fail";
  const run = (act: RequestAct) => (act === "answer" ? answer : follow)({ requestId, version, act, text, day: requestRule(act).day === null ? "" : day });
  return (
    <div className="no-print mt-3 space-y-2 text-sm" role="group" aria-label={`办理：${title}`}>
      {rules.some((rule) => rule.text) ? <TextArea label={acts.includes("answer") ? "答复内容" : "说明"} rows={2} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} error={fields.text} /> : null}
      {dayLabel ? <label className="block font-medium">{dayLabel}<input type="date" value={day} onChange={(event) => setDay(event.target.value)} aria-invalid={fields.day ? true : undefined} className={`${box} max-w-52 block`} />{fields.day ? <span className="text-fail">✕ {fields.day}</span> : null}</label> : null}
      <div className="flex flex-wrap gap-2">{acts.map((act) => <Button key={act} look={act === "answer" || act === "settle" ? "primary" : "plain"} disabled={answering || following} onClick={() => run(act)}>{REQUEST_ACTS[act].label}</Button>)}</div>
      <Said result={result} />
    </div>
  );
}
