"use client";

import { useActionState, useState } from "react";
import { Line, Outcome, Words, faultsOf } from "@/components/certification/fields";
import { EvidenceField } from "@/components/evidence/evidence-field";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";
import { write } from "@/lib/nominations/save-nomination";

type Field = { key: string; label: string; hint: string; max: number; required: boolean };
type Statement = { key: "leadership" | "ecology"; label: string; hint: string; files: EvidenceFile[] };
type Props = { id: string; version: number; fields: Field[]; statements: Statement[]; given: { answers: Record<string, string>; basicBalanceYear: string; leadership: string; ecology: string } };

/** The 推荐表 while the county writes it: fields as the call has them, the statements with their evidence. */
export function NominationForm({ id, version: first, fields, statements, given }: Props) {
  const [draft, setDraft] = useState(given);
  const [version, setVersion] = useState(first);
  const [result, act, busy] = useActionState(async () => {
    const done = await send(() => write(null, { id, version, ...draft }));
    if (done.ok) setVersion(done.data.version);
    return done;
  }, null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} className="space-y-4" aria-label="推荐表">
      {fields.map(({ key, label, hint, max, required }) => (
        <Words key={key} label={`${label}${required ? "（必填）" : ""}`} placeholder={hint} rows={max > 300 ? 5 : 2} maxLength={max} value={draft.answers[key] ?? ""} error={faults[`answers.${key}`]} onChange={(event) => setDraft({ ...draft, answers: { ...draft.answers, [key]: event.target.value } })} />
      ))}
      <Line label="国家认定基本均衡的年份" inputMode="numeric" maxLength={4} value={draft.basicBalanceYear} error={faults.basicBalanceYear} onChange={(event) => setDraft({ ...draft, basicBalanceYear: event.target.value })} />
      {statements.map(({ key, label, hint, files }) => (
        <div key={key} className="space-y-2">
          <Words label={`前提条件说明：${label}`} placeholder={hint} rows={4} maxLength={2000} value={draft[key]} error={faults[key]} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />
          <EvidenceField subject={{ entity: "nomination", entityId: id, item: key }} title={label} files={files} />
        </div>
      ))}
      <Button type="submit" look="primary" disabled={busy}>保存推荐表</Button>
      <Outcome result={result} />
    </form>
  );
}
