"use client";

import { assignCountyFact } from "@/lib/counties/assign-county-fact";
import type { CountyFactForm } from "./use-county-fact";

type Props = { form: CountyFactForm; title: string; units: { id: string; name: string }[]; unitId: string | null };

/** For the bureau: who enters this item; the choice takes effect at once. */
export function AssignUnit({ form, title, units, unitId }: Props) {
  return (
    <label className="flex flex-wrap items-center gap-2 text-sm">
      填报单位
      <select aria-label={`填报单位：${title}`} value={unitId ?? ""} disabled={form.busy || form.dirty} onChange={(event) => form.run(assignCountyFact, { unitId: event.target.value })}
        className="rounded-md border border-line bg-surface px-2 py-1.5 disabled:opacity-60">
        <option value="">教育行政部门</option>
        {units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
      </select>
      {form.dirty ? <span className="text-muted">先保存草稿，再更换填报单位。</span> : null}
    </label>
  );
}
