"use client";

import { startTransition, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { StatisticsMapping } from "@/lib/exchange/statistics-mapping";
import { inspectStatistics } from "@/lib/filings/inspect-statistics";
import { FileChoice } from "./file-choice";
import { ImportOutcome } from "./import-outcome";
import { MappingTable } from "./mapping-table";
import { faultOf, importBody, useImport } from "./use-import";

/** The statistics export of the bureau: choose, confirm which column is what, look, confirm. */
export function StatisticsPanel({ divisionCode, year }: { divisionCode: string; year: number }) {
  const place = { divisionCode, year };
  const [file, setFile] = useState<File | null>(null);
  const [found, inspect, inspecting] = useActionState(inspectStatistics, null);
  const [corrected, setCorrected] = useState<StatisticsMapping | null>(null);
  const run = useImport(place);
  const inspected = found?.ok && !inspecting ? found.data : null;
  const mapping = corrected ?? inspected?.mapping ?? null;
  const busy = inspecting || run.busy;
  const choose = (chosen: File) => {
    setFile(chosen);
    setCorrected(null);
    run.reset();
    startTransition(() => inspect(importBody(place, chosen)));
  };
  const change = (next: StatisticsMapping) => {
    setCorrected(next);
    run.reset();
  };
  const fault = inspecting ? null : faultOf(found);
  return (
    <Card title="导入教育事业统计导出表" lead="每个学段一张工作表、每行一所学校。先核对各列的含义，再预览、确认；对应关系会记住，下次直接使用。">
      <div className="space-y-4">
        <FileChoice label="选择统计导出表" accept=".xlsx" file={file} busy={busy} onChoose={choose} />
        {inspecting ? <p role="status" className="text-sm text-muted">正在读取表头…</p> : null}
        {fault ? <p role="alert" className="rounded bg-fail-soft px-3 py-2 text-sm text-fail">✕ {fault}</p> : null}
        {inspected && mapping ? (
          <>
            <p className="text-sm text-muted">{inspected.remembered ? "已带出上次确认的对应关系，请核对。" : "以下对应关系由系统建议，请逐项核对。"}“艺术（计）”为音乐、美术小计时不重复相加。</p>
            {inspected.sheets.map((sheet) => <MappingTable key={sheet.stage} sheet={sheet} mapping={mapping} disabled={busy} onChange={change} />)}
            {inspected.campuses.length > 0 ? (
              <fieldset disabled={busy} className="rounded-md border border-line px-4 py-3">
                <legend className="px-1 font-medium">不计校数的校区并入哪所学校</legend>
                <div className="grid gap-3 md:grid-cols-2">
                  {inspected.campuses.map(({ key, name }) => (
                    <label key={key} className="text-sm font-medium">{name}
                      <select aria-label={`${name}的主校`} className="mt-1 w-full rounded-md border border-line bg-surface px-2 py-1.5 font-normal" value={mapping.campuses[key] ?? ""} onChange={(event) => change({ ...mapping, campuses: { ...mapping.campuses, [key]: event.target.value } })}>
                        <option value="" disabled>选择主校…</option>
                        {inspected.schools.map((school) => <option key={school.code} value={school.code}>{school.name}</option>)}
                      </select>
                    </label>
                  ))}
                </div>
              </fieldset>
            ) : null}
            <Button disabled={busy || !file} onClick={() => { if (file) run.look(file, { mapping: JSON.stringify(mapping) }); }}>按此对应关系预览</Button>
          </>
        ) : null}
        <ImportOutcome run={run} always />
      </div>
    </Card>
  );
}
