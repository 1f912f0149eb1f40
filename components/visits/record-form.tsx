"use client";

import { useActionState } from "react";
import { z } from "zod/mini";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { RESULT_NAME, RESULTS, checkLabel, type CheckKey } from "@/lib/visits/check-items";
import type { RecordDraft } from "@/lib/visits/record-draft";
import { record } from "@/lib/visits/save-visit";
import { IssueFields } from "./issue-fields";
import { send, useKeptDraft } from "./use-kept-draft";

const draftShape = z.object({
  visitedOn: z.string(), findings: z.string(),
  results: z.record(z.string(), z.object({ result: z.string(), note: z.string() })),
  issues: z.array(z.object({ problem: z.string(), measure: z.string(), dueOn: z.string() })),
});
type Props = { visit: { id: string; version: number; items: CheckKey[]; state: string }; draft: RecordDraft; today: string };

const EMPTY = { result: "", note: "" };

/** The record of a visit, for a phone held in one hand: a result for each item, findings, issues. What is typed stays until it is saved. */
export function RecordForm({ visit, draft: initial, today }: Props) {
  const { draft, change, forget, recovered } = useKeptDraft(`youjun-visit-${visit.id}`, initial, draftShape);
  const given = visit.items.filter((item) => draft.results[item]?.result);
  const [result, save, busy] = useActionState(async () => {
    const results = given.map((item) => ({ item, ...(draft.results[item] ?? EMPTY) }));
    const done = await send(() => record(null, { visitId: visit.id, version: visit.version, visitedOn: draft.visitedOn, findings: draft.findings, results, issues: draft.issues }));
    if (done.ok) forget({ ...draft, issues: [] });
    return done;
  }, null);
  const fields = result?.ok === false ? result.fields : {};
  const answer = (item: CheckKey, part: Partial<{ result: string; note: string }>) => change({ ...draft, results: { ...draft.results, [item]: { ...(draft.results[item] ?? EMPTY), ...part } } });
  const faultOf = (item: CheckKey) => fields[`result-${item}`] ?? fields[`results.${given.indexOf(item)}.note`] ?? fields[`results.${given.indexOf(item)}.result`];
  return (
    <form onSubmit={sending(() => save())} className="space-y-5">
      {recovered ? <p className="rounded bg-brand-soft px-3 py-2 text-sm text-brand">已恢复本机上没有保存的内容。</p> : null}
      <TextField id="visited-on" label="到校日期" type="date" max={today} value={draft.visitedOn} error={fields.visitedOn} onChange={(event) => change({ ...draft, visitedOn: event.target.value })} />
      {visit.items.map((item) => {
        const { result: chosen, note } = draft.results[item] ?? EMPTY;
        const fault = faultOf(item);
        return (
          <fieldset key={item} className="space-y-2"><legend className="mb-1 font-medium">{checkLabel(item)}</legend>
            <div className="grid grid-cols-3 overflow-hidden rounded-md border border-line">
              {RESULTS.map((one) => (
                <label key={one} className="flex min-h-12 items-center justify-center gap-1.5 border-l border-line bg-surface px-1 text-center text-sm first:border-l-0 has-checked:bg-brand has-checked:font-semibold has-checked:text-white has-focus-visible:outline-2">
                  <input type="radio" name={`result-${item}`} value={one} checked={chosen === one} onChange={() => answer(item, { result: one })} className="sr-only" />{chosen === one ? <span aria-hidden>✓</span> : null}{RESULT_NAME[one]}
                </label>
              ))}
            </div>
            {chosen === "problem" || note ? <TextArea label={`${checkLabel(item)}的情况`} rows={2} maxLength={500} value={note} onChange={(event) => answer(item, { note: event.target.value })} error={fault} /> : fault ? <p className="text-sm text-fail">✕ {fault}</p> : null}
          </fieldset>
        );
      })}
      <TextArea label="督导情况" rows={5} maxLength={4000} value={draft.findings} onChange={(event) => change({ ...draft, findings: event.target.value })} error={fields.findings} placeholder="看了什么、与谁交谈（不写学生姓名）、建议" />
      <IssueFields issues={draft.issues} fields={fields} today={today} onChange={(issues) => change({ ...draft, issues })} />
      <Button type="submit" look="primary" disabled={busy} className="min-h-12 w-full text-base">{busy ? "正在保存…" : visit.state === "recorded" ? "保存补正" : "保存访校记录"}</Button>
      <p className="text-sm text-muted">保存后学校能看到并确认；提出的问题进入整改台账，由学校整改、由您或县级核验。</p>
      <Said result={result} />
    </form>
  );
}
