"use client";

import clsx from "clsx";
import { useState } from "react";
import { StatusTag } from "@/components/ui/status-tag";
import { STATEMENT_KEY, contradictions, needsStatement } from "@/lib/counties/check";
import type { ListedItem } from "@/lib/counties/group-items";
import type { FactView, ItemsMode } from "@/lib/counties/load-items";
import { FACT_STATE_NAME, FACT_STATE_TONE, mayCorrect, mayDo } from "@/lib/counties/states";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";
import type { FieldSpec, SectionData } from "@/lib/forms/field";
import type { ItemOutcome } from "@/lib/results/get-county-results";
import { AssignUnit } from "./assign-unit";
import { ConflictNote } from "./conflict-note";
import { CorrectionActs, DecisionActs, EntryActs } from "./item-acts";
import { ItemEvidence } from "./item-evidence";
import { ItemField } from "./item-field";
import { ItemHead } from "./item-head";
import { LiveVerdict } from "./live-verdict";
import { useCountyFact } from "./use-county-fact";

type Props = {
  place: { code: string; year: number };
  listed: Omit<ListedItem, "form">;
  fields: FieldSpec[];
  fact: FactView | undefined;
  last: SectionData | undefined;
  stored: ItemOutcome | undefined;
  evidence: EvidenceFile[];
  units: { id: string; name: string }[];
  mode: ItemsMode;
  completed: boolean;
  trace: string | null;
};

/** One county-level item: its questions, its explanation, the verdict on what is typed, and what the reader may do with it. */
export function ItemForm({ place, listed, fields, fact, last, stored, evidence, units, mode, completed, trace }: Props) {
  const item = listed.key;
  const form = useCountyFact({ ...place, item }, fact);
  const [correcting, setCorrecting] = useState(false);
  const { state } = form.base;
  const mayEnter = mode !== "read" && (fact?.own ?? true) && !completed && mayDo(state, "edit");
  const editable = mayEnter || correcting;
  const live = contradictions(item, form.values);
  const statementError = form.errors[STATEMENT_KEY];
  return (
    <article id={item} className="scroll-mt-6 space-y-3 border-t border-line py-5 first:border-t-0 first:pt-0" aria-label={listed.title}>
      <ItemHead listed={listed} trace={trace}>
        {fact?.unitName ? <span className="text-sm text-muted">{fact.unitName}</span> : null}
        <StatusTag tone={FACT_STATE_TONE[state]}>{FACT_STATE_NAME[state]}</StatusTag>
      </ItemHead>
      {state === "draft" && fact?.returnReason ? <p className="rounded bg-warn-soft px-3 py-2 text-sm text-warn">▲ 已退回：{fact.returnReason}</p> : null}
      <div className={clsx("gap-x-10", fields.length > 1 && "lg:grid lg:grid-cols-2 lg:[&>*]:border-t-0")}>
        {fields.map((field) => (
          <ItemField key={field.key} item={item} field={field} value={form.values[field.key]} last={last?.[field.key]} readOnly={!editable || form.busy}
            error={form.errors[field.key] ?? live[field.key]} onChange={(value) => form.change(field.key, value)} />
        ))}
      </div>
      <label className="block font-medium">
        说明{needsStatement(fields) ? null : <span className="text-sm font-normal text-muted">（选填）</span>}
        <textarea rows={2} maxLength={2000} readOnly={!editable || form.busy} value={form.statement} aria-invalid={statementError ? true : undefined} onChange={(event) => form.explain(event.target.value)}
          placeholder={editable ? "写明结论的依据、数据来源" : undefined} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal read-only:text-muted aria-invalid:border-fail" />
        {statementError ? <span className="mt-1 block rounded bg-fail-soft px-3 py-1.5 text-sm font-normal text-fail">✕ {statementError}</span> : null}
      </label>
      <ItemEvidence fact={{ ...place, item }} title={listed.title} state={state} files={evidence} mayChange={mayEnter || (mode === "decide" && !completed)} />
      <LiveVerdict item={item} values={form.values} stored={stored} typing={editable} />
      {form.conflict ? <ConflictNote fields={fields} mine={form} theirs={form.conflict} onSettle={form.settle} /> : null}
      <p role="status" className={clsx("text-sm", form.notice?.ok ? "text-pass" : "text-fail")}>{form.notice && !form.conflict ? `${form.notice.ok ? "✓" : "✕"} ${form.notice.text}` : ""}</p>
      {mode === "decide" && mayEnter && !correcting ? <AssignUnit form={form} title={listed.title} units={units} unitId={fact?.unitId ?? null} /> : null}
      {mayEnter && !correcting ? <EntryActs form={form} title={listed.title} /> : null}
      {mode === "decide" && !completed && mayDo(state, "approve") ? <DecisionActs form={form} title={listed.title} /> : null}
      {mode === "decide" && mayCorrect(state, completed) ? <CorrectionActs form={form} title={listed.title} open={correcting} onOpen={setCorrecting} /> : null}
    </article>
  );
}
