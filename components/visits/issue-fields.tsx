"use client";

import { Plus, Trash2 } from "lucide-react";
import { TextArea } from "@/components/ui/text-area";
import { Button } from "@/components/ui/button";

export type IssueDraft = { problem: string; measure: string; dueOn: string };
type Props = { issues: IssueDraft[]; fields: Record<string, string>; today: string; onChange: (issues: IssueDraft[]) => void };

const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 text-base font-normal aria-invalid:border-fail";

/** A month from today. */
const inAMonth = (today: string) => new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);

const Fault = ({ text }: { text: string | undefined }) => (text ? <span className="block text-fail">✕ {text}</span> : null);

/** Issues that go into the ledger with the record. */
export function IssueFields({ issues, fields, today, onChange }: Props) {
  const set = (at: number, part: Partial<IssueDraft>) => onChange(issues.map((issue, index) => (index === at ? { ...issue, ...part } : issue)));
  return (
    <fieldset className="space-y-3"><legend className="mb-1 font-medium">要整改的问题</legend>
      {issues.map((issue, at) => (
        <div key={at} className="space-y-2 rounded-md bg-page px-3 py-3 text-sm">
          <TextArea label={`问题 ${at + 1}`} rows={2} maxLength={300} value={issue.problem} onChange={(event) => set(at, { problem: event.target.value })} error={fields[`issues.${at}.problem`]} />
          <label className="block">建议的措施（选填）<input maxLength={300} value={issue.measure} onChange={(event) => set(at, { measure: event.target.value })} className={box} /></label>
          <div className="flex items-end gap-3">
            <label className="block flex-1">整改期限<input type="date" value={issue.dueOn} onChange={(event) => set(at, { dueOn: event.target.value })} aria-invalid={fields[`issues.${at}.dueOn`] ? true : undefined} className={box} /><Fault text={fields[`issues.${at}.dueOn`]} /></label>
            <Button onClick={() => onChange(issues.filter((_, index) => index !== at))} className="min-h-11" aria-label={`移除问题 ${at + 1}`}><Trash2 aria-hidden size={18} />移除</Button>
          </div>
        </div>
      ))}
      <Button onClick={() => onChange([...issues, { problem: "", measure: "", dueOn: inAMonth(today) }])} disabled={issues.length >= 10} className="min-h-12 w-full text-base"><Plus aria-hidden size={18} />添加问题</Button>
    </fieldset>
  );
}
