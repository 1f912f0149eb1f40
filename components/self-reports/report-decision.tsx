"use client";

import { useActionState, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import type { ReportView } from "@/lib/self-reports/list-reports";
import { saveReport } from "@/lib/self-reports/save-report";

/** For the bureau: take a unit's self-assessment into the county's report, or return it with a reason. */
export function ReportDecision({ divisionCode, year, report }: { divisionCode: string; year: number; report: ReportView }) {
  const [reason, setReason] = useState("");
  const [result, decide, busy] = useActionState(saveReport, null);
  const act = (what: "accept" | "return" | "reopen") => decide({ divisionCode, year, unitId: report.unitId, version: report.version, act: what, reason });
  if (report.state !== "submitted" && report.state !== "accepted") return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      {report.state === "submitted" ? <Button look="primary" disabled={busy} aria-label={`采纳${report.unit}的自评`} onClick={() => act("accept")}>采纳</Button> : null}
      <input aria-label={`退回${report.unit}的原因`} placeholder="退回的原因" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} className="min-w-48 flex-1 rounded-md border border-line bg-surface px-3 py-1.5" />
      <Button look="danger" disabled={busy} aria-label={`退回${report.unit}的自评`} onClick={() => act(report.state === "submitted" ? "return" : "reopen")}>退回</Button>
      <Said result={result} />
    </div>
  );
}
