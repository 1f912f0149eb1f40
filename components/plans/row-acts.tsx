"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { StatusTag } from "@/components/ui/status-tag";
import type { PlanGridRow } from "@/lib/plans/list-plan";
import { ROW_STATE_NAME, refuseRowAct, type PlanRole, type RowAct } from "@/lib/plans/rules";
import { noteRow, returnRow, submitRow } from "@/lib/plans/save-plan";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";

const TONE = { draft: "warn", submitted: "pass", returned: "fail" } as const;
const box = "mt-1 w-full min-w-40 rounded-md border border-line bg-surface px-2 py-1.5 font-normal aria-invalid:border-fail";

/** Where a city's row stands, and what this reader may do with it: 备注, 报送, 退回. */
export function RowActs({ row, role, locked }: { row: PlanGridRow; role: PlanRole | null; locked: boolean }) {
  const [note, setNote] = useState(row.note);
  const [reason, setReason] = useState("");
  const [noted, keep, keeping] = useActionState(noteRow, null);
  const [submitted, submit, submitting] = useActionState(submitRow, null);
  const [returned, giveBack, returning] = useActionState(returnRow, null);
  const may = (act: RowAct) => refuseRowAct({ plan: locked ? "locked" : "open", row: row.state }, act, role) === null;
  const key = { divisionCode: row.divisionCode, version: row.version };
  const busy = keeping || submitting || returning;
  const error = returned?.ok === false ? returned.fields.reason : undefined;
  return (
    <div className="space-y-2">
      <StatusTag tone={TONE[row.state]}>{ROW_STATE_NAME[row.state]}</StatusTag>
      {may("note") ? (
        <details className="no-print text-left"><summary className="cursor-pointer text-brand">备注…</summary>
          <form onSubmit={sending(() => keep({ ...key, note }))}>
            <TextArea label={`${row.name}的备注`} rows={2} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
            <Button type="submit" disabled={busy}>保存备注</Button>
          </form>
        </details>
      ) : null}
      {may("submit") ? <form className="no-print" onSubmit={sending(() => submit(key))}><Button type="submit" look="primary" disabled={busy}>报送省级</Button></form> : null}
      {may("return") ? (
        <details className="no-print text-left"><summary className="cursor-pointer text-brand">退回…</summary>
          <form onSubmit={sending(() => giveBack({ ...key, reason }))}>
            <label className="block text-sm">退回{row.name}的原因<input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} aria-invalid={error ? true : undefined} className={box} /></label>
            {error ? <p className="text-sm text-fail">✕ {error}</p> : null}
            <Button type="submit" look="danger" disabled={busy}>确认退回</Button>
          </form>
        </details>
      ) : null}
      <Said result={returned ?? submitted ?? noted} />
    </div>
  );
}
