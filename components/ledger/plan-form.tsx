"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { savePlan } from "@/lib/ledger/save-entry";

type Props = { entryId: string; version: number; plan: { measure: string; costYuan: number | null; post: string; plannedYear: number | null } };

/** How the entry is to be mended: by whoever has to. */
export function PlanForm({ entryId, version, plan }: Props) {
  const [draft, setDraft] = useState({ measure: plan.measure, costYuan: plan.costYuan === null ? "" : String(plan.costYuan), post: plan.post, plannedYear: plan.plannedYear === null ? "" : String(plan.plannedYear) });
  const [result, save, busy] = useActionState(savePlan, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const text = (key: "costYuan" | "post" | "plannedYear", label: string, inputMode?: "decimal" | "numeric") =>
    <TextField id={`plan-${key}`} label={label} inputMode={inputMode} value={draft[key]} error={error(key)} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />;
  return (
    <form className="no-print space-y-3" onSubmit={sending(() => save({ entryId, version, ...draft }))}>
      <TextArea label="整改措施" rows={3} maxLength={1000} value={draft.measure} onChange={(event) => setDraft({ ...draft, measure: event.target.value })} />
      <div className="grid gap-3 sm:grid-cols-3">{text("costYuan", "经费估算（元）", "decimal")}{text("post", "责任岗位")}{text("plannedYear", "计划年度", "numeric")}</div>
      <div className="flex items-center gap-3"><Button type="submit" look="primary" disabled={busy}>保存措施</Button><Said result={result} /></div>
    </form>
  );
}
