"use client";

import { startTransition, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { written } from "@/lib/exchange/planned";
import { confirmImport } from "@/lib/filings/confirm-import";
import { previewImport } from "@/lib/filings/preview-import";
import { FileChoice } from "./file-choice";
import { PlanView } from "./plan-view";

/** The base table of the county into the drafts of its schools: choose, look, confirm. */
export function ImportPanel({ divisionCode, year }: { divisionCode: string; year: number }) {
  const [file, setFile] = useState<File | null>(null);
  const [preview, ask, asking] = useActionState(previewImport, null);
  const [done, confirm, confirming] = useActionState(confirmImport, null);
  const [confirmed, setConfirmed] = useState(false);
  const busy = asking || confirming;
  const bodyOf = (chosen: File) => {
    const body = new FormData();
    body.set("divisionCode", divisionCode);
    body.set("year", String(year));
    body.set("file", chosen);
    return body;
  };
  const look = (chosen: File) => {
    setFile(chosen);
    setConfirmed(false);
    startTransition(() => ask(bodyOf(chosen)));
  };
  const write = () => {
    if (!file || !preview?.ok) return;
    const body = bodyOf(file);
    body.set("token", preview.data.token);
    setConfirmed(true);
    startTransition(() => confirm(body));
  };
  const fault = (result: typeof preview | typeof done) => (result?.ok === false ? (Object.values(result.fields)[0] ?? result.message) : null);
  const said = confirmed ? fault(done) : fault(preview);
  return (
    <Card title="导入基础数据表" lead="按学校标识码写入本县各校的自评草稿；空白格不改动已有数据，已提交、已审定的自评不受影响。">
      <div className="space-y-4">
        <FileChoice label="选择基础数据表" accept=".xlsx,.csv,.tsv,.txt" file={file} busy={busy} onChoose={look} />
        <p role="status" className="text-sm text-muted">{asking ? "正在读取并比对…" : confirming ? "正在写入…" : ""}</p>
        {said && !busy ? <p role="alert" className="rounded bg-fail-soft px-3 py-2 text-sm text-fail">✕ {said}</p> : null}
        {confirmed && done?.ok && !busy ? <p role="status" className="rounded bg-pass-soft px-3 py-2 text-sm text-pass">✓ {done.message}</p> : null}
        {preview?.ok && !asking && !(confirmed && done?.ok) ? (
          <>
            <PlanView plan={preview.data.plan} />
            {written(preview.data.plan).length > 0 ? <Button look="primary" disabled={busy || confirmed} onClick={write}>{confirming ? "正在写入…" : `确认导入 ${written(preview.data.plan).length} 所学校`}</Button> : null}
          </>
        ) : null}
      </div>
    </Card>
  );
}
