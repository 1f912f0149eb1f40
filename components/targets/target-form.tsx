"use client";

import { useActionState, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import type { CountyTarget } from "@/lib/targets/list-targets";
import { MEASURES } from "@/lib/targets/measures";
import { dropTarget, saveTarget } from "@/lib/targets/save-targets";

const input = (measure: string, value: number) => (measure.startsWith("cv.") ? String(value) : String(Number(value.toFixed(4))));

/** Sets a target of a year; what the year really reached is computed by the platform. */
export function TargetForm({ divisionCode, year, target }: { divisionCode: string; year: number; target: CountyTarget | null }) {
  const [draft, setDraft] = useState({ year: String(target?.year ?? year), measure: target?.measure ?? "newSchools", target: target ? input(target.measure, target.target) : "" });
  const [reason, setReason] = useState("");
  const [saved, save, saving] = useActionState(saveTarget, null);
  const [dropped, drop, dropping] = useActionState(dropTarget, null);
  const error = (field: string) => (saved?.ok === false ? saved.fields[field] : undefined);
  const unexplained = dropped?.ok === false ? dropped.fields.reason : undefined;
  const id = target ? `${target.year}-${target.measure.replaceAll(".", "-")}` : "new";
  const measure = MEASURES.find((one) => one.key === draft.measure);
  return (
    <details className="no-print text-left"><summary className="cursor-pointer text-brand" aria-label={target ? `修改 ${target.year} 年${target.label}` : undefined}>{target ? "修改" : "设定年度目标"}</summary>
      <form className="mt-2 min-w-56 space-y-3" onSubmit={sending(() => save({ divisionCode, version: target?.version ?? 0, ...draft }))}>
        <div className="grid items-start gap-3 sm:grid-cols-3">
          {target ? null : <TextField id={`target-${id}-year`} label="年度" inputMode="numeric" value={draft.year} error={error("year")} onChange={(event) => setDraft({ ...draft, year: event.target.value })} />}
          {target ? null : (
            <label className="block text-sm font-medium">指标
              <select value={draft.measure} onChange={(event) => setDraft({ ...draft, measure: event.target.value })} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal">{MEASURES.map((one) => <option key={one.key} value={one.key}>{one.label}</option>)}</select>
              {error("measure") ? <span className="text-fail">✕ {error("measure")}</span> : null}
            </label>
          )}
          <TextField id={`target-${id}-value`} label={`目标${measure?.unit ? `（${measure.unit}）` : ""}`} help={measure?.hint} inputMode="decimal" value={draft.target} error={error("target")} onChange={(event) => setDraft({ ...draft, target: event.target.value })} />
        </div>
        {target ? <TextField id={`target-${id}-reason`} label="撤下的原因（撤下时填写）" maxLength={200} value={reason} error={unexplained} onChange={(event) => setReason(event.target.value)} /> : null}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="primary" disabled={saving || dropping}>保存目标</Button>
          {target ? <Button type="button" look="danger" disabled={saving || dropping} onClick={sending(() => drop({ divisionCode, year: target.year, measure: target.measure, version: target.version, reason }))}>撤下</Button> : null}
          {unexplained ? null : <Said result={dropped ?? saved} />}
        </div>
      </form>
    </details>
  );
}
