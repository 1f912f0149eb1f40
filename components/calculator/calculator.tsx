"use client";

import { useState } from "react";
import { parseBaseTable, type Cell } from "@/lib/exchange/base-table";
import { reportOf, type Report } from "@/lib/exchange/evaluation-report";
import { reportFinding } from "@/lib/exchange/report-finding";
import { readPasted, readTableFile } from "@/lib/exchange/read-table-browser";
import { exampleRows } from "@/lib/exchange/template";
import { InputPanel } from "./input-panel";
import { ReportView } from "./report-view";

type State = { phase: "empty" } | { phase: "reading" } | { phase: "unreadable"; message: string } | { phase: "done"; source: string; report: Report };

const LARGEST_FILE = 20 * 1024 * 1024;

function statusText(state: State): string {
  if (state.phase === "reading") return "正在读取…";
  if (state.phase === "unreadable") return state.message;
  return state.phase === "done" ? `${state.source}：${reportFinding(state.report).text}` : "";
}

/** Reads a base table in the browser and evaluates it there; nothing is sent. */
export function Calculator() {
  const [state, setState] = useState<State>({ phase: "empty" });

  async function compute(source: string, read: () => Promise<readonly (readonly Cell[])[]>) {
    setState({ phase: "reading" });
    try {
      const report = reportOf(parseBaseTable(await read()));
      setState({ phase: "done", source, report });
    } catch {
      setState({ phase: "unreadable", message: `无法读取${source}，应为 .xlsx 或 .csv 表格，第一行为表头。` });
    }
  }

  function chooseFile(file: File) {
    if (file.size > LARGEST_FILE) setState({ phase: "unreadable", message: `文件“${file.name}”超过 20 MB，请只保留基础数据表后重试。` });
    else void compute(`文件“${file.name}”`, () => readTableFile(file));
  }

  return (
    <div className="space-y-4">
      <InputPanel
        busy={state.phase === "reading"}
        onFile={chooseFile}
        onPaste={(text) => void compute("粘贴的内容", () => readPasted(text))}
        onExample={() => void compute("示例县", async () => exampleRows())}
      />
      <p role="status" className={state.phase === "done" ? "sr-only" : state.phase === "unreadable" ? "text-fail" : "text-muted"}>{statusText(state)}</p>
      {state.phase === "done" ? <ReportView report={state.report} source={state.source} /> : null}
    </div>
  );
}
