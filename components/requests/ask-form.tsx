"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { askAbove } from "@/lib/requests/save-request";

type Props = { to: string; back: string; draft: { entryId: string | null; parentId: string | null; title: string; problem: string; costYuan: string; gap: string | null; dueOn: string } };

/** Turns a gap that cannot be closed here into a request upward. */
export function AskForm({ to, back, draft: given }: Props) {
  const [draft, setDraft] = useState({ title: given.title, problem: given.problem, asked: "", costYuan: given.costYuan, dueOn: given.dueOn });
  const [result, ask, busy] = useActionState(askAbove, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const set = (key: keyof typeof draft) => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  const area = (key: "problem" | "asked", label: string, rows: number) => (
    <TextArea label={label} rows={rows} maxLength={1000} value={draft[key]} onChange={set(key)} error={error(key)} />
  );
  if (result?.ok) return <p role="status" className="text-pass">✓ {result.message}<Link className="link ml-2" href={back}>查看困难问题</Link></p>;
  return (
    <form className="space-y-3" onSubmit={sending(() => ask({ entryId: given.entryId, parentId: given.parentId, ...draft }))}>
      <TextField id="ask-title" label="困难问题" maxLength={100} value={draft.title} error={error("title")} onChange={set("title")} />
      {given.gap ? <p className="text-sm">缺口 <span className="font-semibold">{given.gap}</span>，由台账带入。</p> : null}
      {area("problem", "情况和已做的工作", 4)}
      {area("asked", `请${to}解决什么`, 2)}
      <div className="grid gap-3 sm:grid-cols-2"><TextField id="ask-cost" label="所需经费（元，选填）" inputMode="decimal" value={draft.costYuan} error={error("costYuan")} onChange={set("costYuan")} /><TextField id="ask-due" label="请求答复日期" type="date" value={draft.dueOn} error={error("dueOn")} onChange={set("dueOn")} /></div>
      <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="primary" disabled={busy}>提请{to}</Button>{result ? <span role="status" className="text-sm text-fail">✕ {result.message}</span> : null}</div>
    </form>
  );
}
