"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { saveCountyReport } from "@/lib/self-reports/save-report";

type Props = { divisionCode: string; year: number; report: { opening: string; conclusion: string; version: number } };

/** The bureau's own part of the county's report, and its filing. */
export function CountyReportForm({ divisionCode, year, report }: Props) {
  const [opening, setOpening] = useState(report.opening);
  const [conclusion, setConclusion] = useState(report.conclusion);
  const [result, save, busy] = useActionState(saveCountyReport, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal";
  const act = (file: boolean) => save({ divisionCode, year, version: report.version, opening, conclusion, file });
  return (
    <div className="space-y-3">
      <label className="block font-medium">全县总体情况<textarea rows={4} maxLength={5000} value={opening} onChange={(event) => setOpening(event.target.value)} className={box} />{error("opening") ? <span className="text-sm text-fail">✕ {error("opening")}</span> : null}</label>
      <label className="block font-medium">自评结论<textarea rows={3} maxLength={5000} value={conclusion} onChange={(event) => setConclusion(event.target.value)} className={box} />{error("conclusion") ? <span className="text-sm text-fail">✕ {error("conclusion")}</span> : null}</label>
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={busy} onClick={() => act(false)}>保存</Button>
        <Button look="primary" disabled={busy} onClick={() => act(true)}>上报</Button>
        <span className="text-sm text-muted">所有部门、乡镇的自评采纳后才能上报；上报后冻结。</span>
      </div>
      {result ? <p role="status" className={result.ok ? "text-sm text-pass" : "text-sm text-fail"}>{result.ok ? `✓ ${result.message}` : `✕ ${result.message}`}</p> : null}
    </div>
  );
}
