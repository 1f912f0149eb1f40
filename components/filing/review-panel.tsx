"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { sending } from "@/components/ui/sending";
import { approveFiling } from "@/lib/filings/approve-filing";
import { returnFiling } from "@/lib/filings/return-filing";
import type { SectionSpec } from "@/lib/forms/field";

type Remark = { section: string; field: string; message: string };

/** The county's decision: remarks on fields, then return with an opinion, or approve. */
export function ReviewPanel({ filingId, version, schoolName, sections }: { filingId: string; version: number; schoolName: string; sections: SectionSpec[] }) {
  const [remarks, setRemarks] = useState<Remark[]>([]);
  const [target, setTarget] = useState("");
  const [words, setWords] = useState("");
  const [opinion, setOpinion] = useState("");
  const [returned, sendBack, returning] = useActionState(returnFiling, null);
  const [approved, approve, approving] = useActionState(approveFiling, null);
  const busy = returning || approving;
  const done = returned?.ok ? returned : approved?.ok ? approved : null;
  const failed = returned?.ok === false ? returned : approved?.ok === false ? approved : null;
  const labelOf = (remark: Remark) => sections.find((section) => section.key === remark.section)?.fields.find((field) => field.key === remark.field)?.label ?? remark.field;
  const add = () => {
    const [section, field] = target.split(".");
    if (!section || !field || words.trim() === "") return;
    setRemarks([...remarks, { section, field, message: words.trim() }]);
    setWords("");
  };
  if (done) return <p role="status" className="rounded bg-pass-soft px-3 py-2 text-pass">✓ {done.message}</p>;
  return (
    <section className="card space-y-3 px-5 py-4" aria-label="审核">
      <h2 className="font-semibold">审核{schoolName}的自评</h2>
      {failed ? <p role="alert" className="rounded bg-fail-soft px-3 py-2 text-sm text-fail">{failed.message} {Object.values(failed.fields).join(" ")}</p> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[14rem_minmax(0,1fr)_auto]">
        <select aria-label="意见所指的填报项" value={target} onChange={(event) => setTarget(event.target.value)} className="rounded-md border border-line bg-surface px-2 py-2 text-sm">
          <option value="">选择填报项…</option>
          {sections.map((section) => <optgroup key={section.key} label={section.title}>{section.fields.map((field) => <option key={field.key} value={`${section.key}.${field.key}`}>{field.label}</option>)}</optgroup>)}
        </select>
        <input aria-label="对这一项的意见" value={words} maxLength={500} onChange={(event) => setWords(event.target.value)} placeholder="对这一项的意见" className="rounded-md border border-line bg-surface px-3 py-2 text-sm" />
        <Button onClick={add}>加入意见</Button>
      </div>
      {remarks.length > 0 ? (
        <ul className="space-y-1 text-sm">{remarks.map((remark, index) => <li key={`${remark.field}-${index}`} className="flex justify-between gap-3 rounded bg-page px-3 py-1.5"><span>{labelOf(remark)}：{remark.message}</span><button type="button" className="text-muted hover:text-fail" aria-label={`去掉对${labelOf(remark)}的意见`} onClick={() => setRemarks(remarks.filter((_, at) => at !== index))}>✕</button></li>)}</ul>
      ) : null}
      <TextArea label="总体意见" value={opinion} maxLength={1000} rows={2} onChange={(event) => setOpinion(event.target.value)} />
      <p className="text-sm text-muted">审定后，本县结果立即重新计算，市、省、部随即可见；退回后，学校按意见更正再提交。</p>
      <div className="flex gap-2">
        <form onSubmit={sending(() => approve({ filingId, version, opinion }))}><Button type="submit" look="primary" disabled={busy}>{approving ? "正在审定…" : "审定通过"}</Button></form>
        <form onSubmit={sending(() => sendBack({ filingId, version, opinion, remarks }))}><Button type="submit" look="danger" disabled={busy}>{returning ? "正在退回…" : "退回更正"}</Button></form>
      </div>
    </section>
  );
}
