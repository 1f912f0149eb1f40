"use client";

import { startTransition, useActionState, useState } from "react";
import { FileChoice } from "@/components/imports/file-choice";
import { ProblemList } from "@/components/imports/problem-list";
import { Button, buttonClass } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Said } from "@/components/ui/said";
import { confirmRoster, previewRoster } from "@/lib/roster/save-roster";

const SHOWN = 200;

function bodyOf(divisionCode: string, file: File, token?: string): FormData {
  const body = new FormData();
  body.set("divisionCode", divisionCode);
  body.set("file", file);
  if (token !== undefined) body.set("token", token);
  return body;
}

/** A table of schools into the roster: choose, look, confirm; the same file goes twice, nothing is kept in between. */
export function RosterImport({ divisionCode }: { divisionCode: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [stage, setStage] = useState<"choose" | "seen" | "done">("choose");
  const [preview, look, looking] = useActionState(previewRoster, null);
  const [done, write, writing] = useActionState(confirmRoster, null);
  const plan = stage === "seen" && preview?.ok && !looking ? preview.data.plan : null;
  const entries = plan?.entries.filter(({ act }) => act !== "same") ?? [];
  const errors = plan?.problems.filter(({ severity }) => severity === "error").length ?? 0;
  const fault = stage === "seen" && preview?.ok === false && !looking ? (preview.fields.file ?? preview.message) : null;
  return (
    <div className="space-y-4">
      <p className="text-sm text-muted">按学校标识码列入新学校、修改已列的学校；空白格不改动，表中没有的学校不受影响。县域基础数据表可以直接使用。</p>
      <FileChoice label="选择学校名录表" accept=".xlsx,.csv,.tsv,.txt" file={file} busy={looking || writing} onChoose={(chosen) => { setFile(chosen); setStage("seen"); startTransition(() => look(bodyOf(divisionCode, chosen))); }} />
      <a className={buttonClass()} href={`/d/${divisionCode}/roster/export`} download>下载名录表（空名录即为模板）</a>
      <p role="status" className="text-sm text-muted empty:hidden">{looking ? "正在读取并比对…" : writing ? "正在写入…" : ""}</p>
      {fault ? <p role="alert" className="text-sm text-fail">✕ {fault}</p> : null}
      {plan ? (
        <>
          <ProblemList problems={plan.problems} />
          <p className="font-medium">{errors > 0 ? `表中有 ${errors} 处错误，改正后重新选择文件。` : entries.length === 0 ? "名录与表一致，没有需要写入的内容。" : `将列入 ${entries.filter(({ act }) => act === "add").length} 所学校，修改 ${entries.filter(({ act }) => act === "change").length} 所。`}</p>
          {plan.absent.length > 0 && errors === 0 ? <p className="text-sm text-muted">表中没有的在办学校 {plan.absent.length} 所，不受影响：{plan.absent.slice(0, 10).join("、")}{plan.absent.length > 10 ? "等" : ""}。</p> : null}
          {entries.length > 0 && errors === 0 ? (
            <>
              <div className="max-h-96 overflow-auto"><DataTable caption="将写入的学校" rows={entries.slice(0, SHOWN)} rowKey={({ row }) => String(row)} columns={[
                { key: "name", header: "学校", cell: ({ fields }) => fields.name }, { key: "code", header: "学校标识码", cell: ({ fields }) => <span className="tabular-nums">{fields.code}</span> },
                { key: "act", header: "办理", cell: ({ act, changes }) => (act === "add" ? "列入名录" : changes.map(({ label, from, to }) => `${label}：${from} → ${to}`).join("；")) },
              ]} /></div>
              {entries.length > SHOWN ? <p className="text-sm text-muted">另有 {entries.length - SHOWN} 所没有列出。</p> : null}
              <Button look="primary" disabled={writing} onClick={() => { if (!file || !preview?.ok) return; const body = bodyOf(divisionCode, file, preview.data.token); setStage("done"); startTransition(() => write(body)); }}>确认写入</Button>
            </>
          ) : null}
        </>
      ) : null}
      {stage === "done" && !writing ? <Said result={done} /> : null}
    </div>
  );
}
