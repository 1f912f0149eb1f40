"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { Said } from "@/components/ui/said";
import { StatusTag } from "@/components/ui/status-tag";
import { LIST_STATE_NAME, type ListState } from "@/lib/tasks/list-rules";
import { changeList, copyYear, fileList } from "@/lib/tasks/save-list";

type Props = { code: string; year: number; state: ListState; number: number; manages: boolean };

/** Where the yearly list stands, and for the bureau what may be done with it. */
export function ListBar({ code, year, state, number, manages }: Props) {
  const [reason, setReason] = useState("");
  const [asking, setAsking] = useState(false);
  const [filed, file, filing] = useActionState(fileList, null);
  const [opened, open, opening] = useActionState(changeList, null);
  const [copied, copy, copying] = useActionState(copyYear, null);
  const busy = filing || opening || copying;
  const result = opened ?? filed ?? copied;
  const key = { divisionCode: code, year };
  return (
    <section className="card no-print space-y-2 px-5 py-3 text-sm" aria-label="年度任务清单">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{year} 年度任务清单</span>
        <StatusTag tone={state === "filed" ? "pass" : "warn"}>{LIST_STATE_NAME[state]}</StatusTag>
        {number > 1 ? <span className="text-muted">第 {number - 1} 次变更</span> : null}
        <span className="ml-auto flex flex-wrap gap-2">
          <Link className={buttonClass("plain")} href={`/d/${code}/tasks/list?year=${year}`} prefetch={false}>按单位查看、导出</Link>
          <Link className={buttonClass("plain")} href={`/d/${code}/tasks/documents`} prefetch={false}>政策（制度）清单</Link>
          {manages && state !== "filed" ? <Link className={buttonClass("plain")} href={`/d/${code}/tasks/new?year=${year}`} prefetch={false}>添加本县措施</Link> : null}
          {manages && state !== "filed" ? <Button disabled={busy} onClick={() => copy(key)}>沿用上年</Button> : null}
          {manages && state !== "filed" ? <Button look="primary" disabled={busy} onClick={() => file(key)}>{state === "draft" ? "备案" : "变更备案"}</Button> : null}
          {manages && state === "filed" ? <Button disabled={busy} onClick={() => setAsking(!asking)}>变更备案…</Button> : null}
        </span>
      </div>
      {asking && state === "filed" ? (
        <form className="flex flex-wrap items-end gap-2" onSubmit={sending(() => open({ ...key, reason }))}>
          <label className="min-w-64 flex-1">变更的原因<input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-1.5" /></label>
          <Button type="submit" look="primary" disabled={busy}>开始变更</Button>
        </form>
      ) : null}
      <p className="text-muted">{state === "filed" ? "清单已备案并冻结：进展照常记录，名称、单位、时限的修改要办理变更备案，督查以备案清单为准。" : "拟定清单、落实牵头单位后备案；备案后督查以清单为准。"}</p>
      <Said result={result} all />
    </section>
  );
}
