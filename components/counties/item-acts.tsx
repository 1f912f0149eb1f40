"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { approveCountyFact } from "@/lib/counties/approve-county-fact";
import { correctCountyFact } from "@/lib/counties/correct-county-fact";
import { returnCountyFact } from "@/lib/counties/return-county-fact";
import { saveCountyFact } from "@/lib/counties/save-county-fact";
import { submitCountyFact } from "@/lib/counties/submit-county-fact";
import type { CountyFactForm } from "./use-county-fact";

type Part = { form: CountyFactForm; title: string };

function ReasonField({ label, value, error, onChange }: { label: string; value: string; error: string | undefined; onChange: (text: string) => void }) {
  return (
    <label className="block text-sm font-medium">
      {label}
      <textarea rows={2} maxLength={500} value={value} onChange={(event) => onChange(event.target.value)} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal" />
      {error ? <span className="block text-fail">{error}</span> : null}
    </label>
  );
}

/** For whoever enters: save, or hand in. */
export function EntryActs({ form, title }: Part) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button disabled={form.busy} aria-label={`保存草稿：${title}`} onClick={() => form.run(saveCountyFact)}>保存草稿</Button>
      <Button look="primary" disabled={form.busy} aria-label={`提交审核：${title}`} onClick={() => form.run(submitCountyFact)}>提交审核</Button>
      <span className="text-sm text-muted">提交后进入县级教育行政部门审核，审定或退回前不能修改。</span>
    </div>
  );
}

/** For the bureau: approve what was submitted, or return it with a reason. */
export function DecisionActs({ form, title }: Part) {
  const [reason, setReason] = useState("");
  const [returning, setReturning] = useState(false);
  if (returning)
    return (
      <div className="space-y-2">
        <ReasonField label={`退回“${title}”的原因`} value={reason} error={form.errors.reason} onChange={setReason} />
        <div className="flex gap-2">
          <Button look="danger" disabled={form.busy} onClick={() => form.run(returnCountyFact, { reason }, () => { setReturning(false); setReason(""); })}>确认退回</Button>
          <Button disabled={form.busy} onClick={() => setReturning(false)}>取消</Button>
        </div>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" disabled={form.busy} aria-label={`审定：${title}`} onClick={() => form.run(approveCountyFact)}>审定</Button>
      <Button look="danger" disabled={form.busy} aria-label={`退回：${title}`} onClick={() => setReturning(true)}>退回</Button>
      <span className="text-sm text-muted">审定后，本县结果立即重新计算，市、省、部随即可见。</span>
    </div>
  );
}

/** For the bureau: replace what was approved, with a reason (decision 0002). */
export function CorrectionActs({ form, title, open, onOpen }: Part & { open: boolean; onOpen: (open: boolean) => void }) {
  const [reason, setReason] = useState("");
  const late = form.base.state !== "approved";
  if (!open) return <Button disabled={form.busy} aria-label={`${late ? "补录" : "更正"}：${title}`} onClick={() => onOpen(true)}>{late ? "补录…" : "更正…"}</Button>;
  return (
    <div className="space-y-2">
      <ReasonField label={`${late ? "补录" : "更正"}“${title}”的原因`} value={reason} error={form.errors.reason} onChange={setReason} />
      <p className="text-sm text-muted">{late ? "补录后即为审定数据" : "更正立即代替原审定数据"}，本县结果随即重新计算；原值、新值和原因记入日志，市、省、部可查。</p>
      <div className="flex gap-2">
        <Button look="primary" disabled={form.busy} onClick={() => form.run(correctCountyFact, { reason }, () => { onOpen(false); setReason(""); })}>{late ? "确认补录" : "确认更正"}</Button>
        <Button disabled={form.busy} onClick={() => { form.reset(); onOpen(false); }}>取消</Button>
      </div>
    </div>
  );
}
