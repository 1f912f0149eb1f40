"use client";

import { startTransition, useActionState, useState } from "react";
import { Outcome, Words, faultsOf } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import type { OwnOpinion } from "@/lib/experts/load-own-visit";
import { opinion as save } from "@/lib/experts/save-experts";

type Props = { visitId: string; opinion: OwnOpinion | null; schools: { code: string; name: string }[] };

/** 专家意见: a draft of one's own until it is submitted. */
export function OpinionForm({ visitId, opinion, schools }: Props) {
  const [text, setText] = useState(opinion?.text ?? "");
  const [words, setWords] = useState(opinion?.schools ?? {});
  const [result, act, busy] = useActionState((_: unknown, submit: boolean) => send(() => save(null, { visitId, version: opinion?.version ?? 0, text, schools: words, submit })), null);
  const faults = faultsOf(result);
  const submitted = opinion?.state === "submitted";
  return (
    <form onSubmit={sending(() => act(true))} className="space-y-3" aria-label="专家意见">
      <Words label="总体意见" rows={5} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} error={faults.text} />
      <details open={Object.keys(words).length > 0 || undefined}>
        <summary className="link cursor-pointer text-sm">分校意见（选填）</summary>
        <div className="mt-2 space-y-3">{schools.map(({ code, name }) => <Words key={code} label={name} rows={2} maxLength={1000} value={words[code] ?? ""} onChange={(event) => setWords({ ...words, [code]: event.target.value })} error={faults[`schools.${code}`]} />)}</div>
      </details>
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => startTransition(() => act(false))}>{submitted ? "收回修改" : "保存草稿"}</Button>
        <Button type="submit" look="primary" disabled={busy}>{submitted ? "重新提交" : "提交意见"}</Button>
      </div>
      <p className="text-sm text-muted">提交后由聘请您的督导机构及其上级查看；核查结束前可以收回修改。</p>
      <Outcome result={result} />
    </form>
  );
}
