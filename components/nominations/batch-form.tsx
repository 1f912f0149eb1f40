"use client";

import { useActionState, useState } from "react";
import { Line, Outcome, faultsOf } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { saveBatch } from "@/lib/nominations/save-nomination";

type Field = { key: string; label: string; hint: string; max: string; required: boolean };
export type BatchDraft = { id: string; version: number; year: string; name: string; quotaMin: string; quotaMax: string; dueOn: string; documentNumber: string; fields: Field[] };

/** A call of the ministry: quota, last day, and the 推荐表 as a template that may be edited. */
export function BatchForm({ given }: { given: BatchDraft }) {
  const [draft, setDraft] = useState(given);
  const [result, act, busy] = useActionState(async () => {
    const done = await send(() => saveBatch(null, draft));
    if (done.ok) setDraft((before) => ({ ...before, id: done.data.id, version: done.data.version }));
    return done;
  }, null);
  const faults = faultsOf(result);
  const line = (key: "year" | "name" | "quotaMin" | "quotaMax" | "documentNumber", label: string) => <Line label={label} maxLength={40} value={draft[key]} error={faults[key]} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />;
  const field = (at: number, change: Partial<Field>) => setDraft({ ...draft, fields: draft.fields.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <form onSubmit={sending(act)} className="space-y-4" aria-label="推荐批次">
      <div className="grid gap-3 sm:grid-cols-3">
        {line("name", "批次名称")}{line("year", "年度")}{line("documentNumber", "通知文号")}
        {line("quotaMin", "每省最少（个）")}{line("quotaMax", "每省最多（个）")}
        <Line label="省级报送期限" type="date" value={draft.dueOn} error={faults.dueOn} onChange={(event) => setDraft({ ...draft, dueOn: event.target.value })} />
      </div>
      <fieldset className="space-y-3">
        <legend className="font-semibold">推荐表栏目</legend>
        {faults.fields ? <p className="text-sm text-fail">✕ {faults.fields}</p> : null}
        {draft.fields.map((one, at) => (
          <div key={one.key || `new-${at}`} className="grid items-end gap-2 border-b border-line pb-3 sm:grid-cols-[2fr_3fr_6rem_auto_auto]">
            <Line label={`栏目 ${at + 1}`} maxLength={40} value={one.label} error={faults[`fields.${at}.label`]} onChange={(event) => field(at, { label: event.target.value })} />
            <Line label={`栏目 ${at + 1} 填写提示`} maxLength={200} value={one.hint} error={faults[`fields.${at}.hint`]} onChange={(event) => field(at, { hint: event.target.value })} />
            <Line label="最多字数" inputMode="numeric" maxLength={4} value={one.max} error={faults[`fields.${at}.max`]} onChange={(event) => field(at, { max: event.target.value })} />
            <label className="flex items-center gap-1 py-2 text-sm"><input type="checkbox" checked={one.required} onChange={(event) => field(at, { required: event.target.checked })} />必填</label>
            <Button aria-label={`删去栏目 ${at + 1}`} onClick={() => setDraft({ ...draft, fields: draft.fields.filter((_, index) => index !== at) })}>删去</Button>
          </div>
        ))}
        <Button onClick={() => setDraft({ ...draft, fields: [...draft.fields, { key: "", label: "", hint: "", max: "1000", required: false }] })}>增加栏目</Button>
      </fieldset>
      <Button type="submit" look="primary" disabled={busy}>保存批次</Button>
      <Outcome result={result} />
    </form>
  );
}
