"use client";

import { useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { REPORT_SECTIONS, REPORT_SECTION_KEYS, REPORT_STATE_NAME } from "@/lib/self-reports/rules";
import type { ReportView } from "@/lib/self-reports/list-reports";
import { saveReport } from "@/lib/self-reports/save-report";

type Props = { divisionCode: string; year: number; report: ReportView };

/** A unit writes its self-assessment; what is typed stays through every refusal. */
export function ReportForm({ divisionCode, year, report }: Props) {
  const [sections, setSections] = useState(report.sections);
  const [result, save, busy] = useActionState(saveReport, null);
  const editable = report.state === "missing" || report.state === "draft" || report.state === "returned";
  const act = (what: "save" | "submit") => save({ divisionCode, year, unitId: report.unitId, version: report.version, act: what, sections });
  return (
    <div className="space-y-4">
      {report.state === "returned" && report.reason ? <p className="rounded bg-warn-soft px-3 py-2 text-sm text-warn">▲ 已退回：{report.reason}</p> : null}
      {REPORT_SECTION_KEYS.map((key) => (
        <TextArea key={key} label={REPORT_SECTIONS[key]} rows={5} maxLength={5000} readOnly={!editable} value={sections[key]} onChange={(event) => setSections({ ...sections, [key]: event.target.value })} />
      ))}
      {editable ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button disabled={busy} onClick={() => act("save")}>保存草稿</Button>
          <Button look="primary" disabled={busy} onClick={() => act("submit")}>提交</Button>
          <span className="text-sm text-muted">提交后由县级教育行政部门审核，汇入全县自评报告。</span>
        </div>
      ) : <p className="text-sm text-muted">{REPORT_STATE_NAME[report.state]}，不能修改。</p>}
      <Said result={result} />
    </div>
  );
}
