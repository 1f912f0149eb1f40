"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { citeExperience, dropCitation } from "@/lib/experiences/save-experience";

/** 借鉴: chooses a task of the county that will refer to this experience. */
export function BorrowForm({ experienceId, tasks, suggested }: { experienceId: string; tasks: { id: string; title: string }[]; suggested: string }) {
  const [taskId, setTask] = useState(suggested);
  const [note, setNote] = useState("");
  const [result, cite, busy] = useActionState(citeExperience, null);
  const fault = result?.ok === false ? (result.fields.taskId ?? result.message) : undefined;
  const field = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal";
  return (
    <form className="no-print space-y-3 text-sm" onSubmit={sending(() => cite({ experienceId, taskId, note }))}>
      <label className="block font-medium">用于本县任务<select value={taskId} onChange={(event) => setTask(event.target.value)} aria-invalid={fault ? true : undefined} className={field}><option value="">请选择</option>{tasks.map((task) => <option key={task.id} value={task.id}>{task.title}</option>)}</select></label>
      <label className="block font-medium">借鉴要点（选填）<input value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} className={field} /></label>
      <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="primary" disabled={busy}>借鉴</Button>{result ? <span role={result.ok ? "status" : "alert"} className={result.ok ? "text-pass" : "text-fail"}>{result.ok ? `✓ ${result.message}` : `✕ ${fault}`}</span> : null}</div>
    </form>
  );
}

/** Takes a reference off a task again. */
export function DropBorrowing({ experienceId, taskId, version, title }: { experienceId: string; taskId: string; version: number; title: string }) {
  const [result, drop, busy] = useActionState(dropCitation, null);
  return (
    <form className="no-print inline" onSubmit={sending(() => drop({ experienceId, taskId, version }))}>
      <Button type="submit" disabled={busy} aria-label={`取消借鉴：${title}`}>取消借鉴</Button>
      {result?.ok === false ? <span role="alert" className="ml-2 text-sm text-fail">✕ {result.message}</span> : null}
    </form>
  );
}
