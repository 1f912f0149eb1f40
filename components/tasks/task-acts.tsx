"use client";

import { useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { actOnTask } from "@/lib/tasks/act-on-task";
import { TASK_ACTS, needsReason, roundsOf, type TaskAct, type TaskRole } from "@/lib/tasks/rules";

type Props = { task: { id: string; version: number; progress: number; recurrence: string; roundsDone: number; quantityTarget: string | null; quantityActual: string | null; quantityUnit: string | null }; acts: TaskAct[]; role: TaskRole | null; measured: boolean };

/** What the reader may do with the task now: words first where they are asked, then the act. */
export function TaskActs({ task, acts, role, measured }: Props) {
  const [text, setText] = useState("");
  const [progress, setProgress] = useState(String(task.progress));
  const [quantity, setQuantity] = useState(task.quantityActual ?? "");
  const [round, setRound] = useState(false);
  const [result, act, busy] = useActionState(actOnTask, null);
  if (acts.length === 0) return null;
  const steers = role === "manager" || role === "lead";
  const rounds = roundsOf(task.recurrence);
  const fields = result?.ok === false ? result.fields : {};
  const input = "rounded-md border border-line bg-surface px-3 py-1.5 aria-invalid:border-fail";
  const run = (what: TaskAct) => act({ taskId: task.id, version: task.version, act: what, text, ...(what === "report" && steers ? { progress: measured ? "" : progress, quantityActual: quantity, round } : {}) });
  return (
    <section className="card no-print space-y-3 px-5 py-4" aria-label="办理">
      <h2 className="font-semibold">办理</h2>
      <TextArea label="进展或原因" rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} error={fields.text} />
      {steers && acts.includes("report") ? (
        <div className="flex flex-wrap items-end gap-4 text-sm">
          {measured ? <span className="text-muted">进度由平台数据计算。</span> : (
            <label>进度（%）<input inputMode="numeric" value={progress} onChange={(event) => setProgress(event.target.value)} aria-invalid={fields.progress ? true : undefined} className={`ml-2 w-20 text-right ${input}`} />{fields.progress ? <span className="block text-fail">✕ {fields.progress}</span> : null}</label>
          )}
          {task.quantityTarget ? <label>已完成数量（目标 {task.quantityTarget}{task.quantityUnit ?? ""}）<input inputMode="decimal" value={quantity} onChange={(event) => setQuantity(event.target.value)} aria-invalid={fields.quantityActual ? true : undefined} className={`ml-2 w-28 text-right ${input}`} />{fields.quantityActual ? <span className="block text-fail">✕ {fields.quantityActual}</span> : null}</label> : null}
          {rounds > 1 && task.roundsDone < rounds ? <label className="flex items-center gap-1.5"><input type="checkbox" checked={round} onChange={(event) => setRound(event.target.checked)} />本次计为第 {task.roundsDone + 1} 次（全年 {rounds} 次）</label> : null}
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {acts.map((what) => <Button key={what} look={what === "submit" || what === "confirm" || what === "start" ? "primary" : needsReason(what) ? "danger" : "plain"} disabled={busy} onClick={() => run(what)}>{TASK_ACTS[what].label}</Button>)}
      </div>
      {acts.some(needsReason) ? <p className="text-sm text-muted">退回、暂缓、重新打开要写明原因；办理记录对所有能看到这项任务的人公开。</p> : null}
      <Said result={result} />
    </section>
  );
}
