"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { saveElimination } from "@/lib/conditions/save-elimination";

type Props = { divisionCode: string; schoolId: string; schoolName: string; kind: "class" | "size" | "empty"; year: number | null; measure: string; version: number };

/** For the bureau: the year in which this school's problem is to end, and how. */
export function PlanForm({ divisionCode, schoolId, schoolName, kind, year, measure: standing, version }: Props) {
  const [plannedYear, setYear] = useState(year === null ? "" : String(year));
  const [measure, setMeasure] = useState(standing);
  const [result, save, busy] = useActionState(saveElimination, null);
  const field = "rounded-md border border-line bg-surface px-2 py-1";
  return (
    <form onSubmit={sending(() => save({ divisionCode, schoolId, kind, version, plannedYear, measure }))} className="flex flex-wrap items-center gap-2">
      <input inputMode="numeric" aria-label={`${schoolName}计划消除年份`} placeholder="年份" value={plannedYear} maxLength={4} onChange={(event) => setYear(event.target.value)} className={`${field} w-20 text-right`} />
      <input aria-label={`${schoolName}的措施`} placeholder="措施" value={measure} maxLength={300} onChange={(event) => setMeasure(event.target.value)} className={`${field} w-48`} />
      <Button type="submit" disabled={busy} aria-label={`保存${schoolName}的计划`}>保存</Button>
      {result ? <span role="status" className={result.ok ? "text-pass" : "text-fail"}>{result.ok ? "✓" : `✕ ${Object.values(result.fields).join(" ") || result.message}`}</span> : null}
    </form>
  );
}
