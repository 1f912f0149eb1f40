"use client";

import { useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { saveCountyReport } from "@/lib/self-reports/save-report";

type Props = { divisionCode: string; year: number; report: { opening: string; conclusion: string; version: number } };

/** The bureau's own part of the county's report, and its filing. */
export function CountyReportForm({ divisionCode, year, report }: Props) {
  const [opening, setOpening] = useState(report.opening);
  const [conclusion, setConclusion] = useState(report.conclusion);
  const [result, save, busy] = useActionState(saveCountyReport, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const act = (file: boolean) => save({ divisionCode, year, version: report.version, opening, conclusion, file });
  return (
    <div className="space-y-3">
      <TextArea label="全县总体情况" rows={4} maxLength={5000} value={opening} onChange={(event) => setOpening(event.target.value)} error={error("opening")} />
      <TextArea label="自评结论" rows={3} maxLength={5000} value={conclusion} onChange={(event) => setConclusion(event.target.value)} error={error("conclusion")} />
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={busy} onClick={() => act(false)}>保存</Button>
        <Button look="primary" disabled={busy} onClick={() => act(true)}>上报</Button>
        <span className="text-sm text-muted">所有部门、乡镇的自评采纳后才能上报；上报后冻结。</span>
      </div>
      <Said result={result} />
    </div>
  );
}
