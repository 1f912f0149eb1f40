"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import { enlistSchools, restoreSchool, shutSchool } from "@/lib/roster/save-roster";

type School = { divisionCode: string; schoolId: string; version: number; name: string };
type Outcome = Parameters<typeof Said>[0]["result"];
const box = "w-full rounded-md border border-line bg-surface px-3 py-2";

function CloseForm({ name, into, today, busy, result, send }: { name: string; into: { code: string; name: string }[]; today: string; busy: boolean; result: Outcome; send: (draft: { closedOn: string; mergedIntoCode: string; reason: string }) => void }) {
  const [draft, setDraft] = useState({ closedOn: today, mergedIntoCode: "", reason: "" });
  const error = (key: string) => (result?.ok === false ? result.fields[key] : undefined);
  return (
    <details className="text-sm"><summary className="cursor-pointer text-fail">停办或撤并{name}…</summary>
      <form className="mt-3 space-y-3" onSubmit={sending(() => send(draft))}>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <TextField id="close-day" label="停办日期" type="date" max={today} value={draft.closedOn} error={error("closedOn")} onChange={(event) => setDraft({ ...draft, closedOn: event.target.value })} />
          <div><label htmlFor="close-into" className="mb-1 block font-medium">并入（选填）</label><select id="close-into" value={draft.mergedIntoCode} onChange={(event) => setDraft({ ...draft, mergedIntoCode: event.target.value })} className={box}><option value="">不并入</option>{into.map(({ code, name: other }) => <option key={code} value={code}>{other}</option>)}</select>{error("mergedIntoCode") ? <p className="mt-1 text-fail">{error("mergedIntoCode")}</p> : null}</div>
        </div>
        <TextField id="close-reason" label="依据或原因" maxLength={300} value={draft.reason} error={error("reason")} onChange={(event) => setDraft({ ...draft, reason: event.target.value })} />
        <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="danger" disabled={busy}>登记停办</Button><Said result={result?.ok ? null : result} /></div>
      </form>
    </details>
  );
}

function ReasonForm({ id, label, button, busy, result, send }: { id: string; label: string; button: string; busy: boolean; result: Outcome; send: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={sending(() => send(reason))}>
      <div className="min-w-64 flex-1"><TextField id={id} label={label} maxLength={300} value={reason} error={result?.ok === false ? result.fields.reason : undefined} onChange={(event) => setReason(event.target.value)} /></div>
      <Button type="submit" disabled={busy}>{button}</Button>
      <Said result={result?.ok ? null : result} />
    </form>
  );
}

/** 停办 or 撤并 of a school, or taking that back when it was entered by mistake; what came of it stays when the form has changed. */
export function ClosingDesk({ divisionCode, schoolId, version, name, closed, into, today }: School & { closed: boolean; into: { code: string; name: string }[]; today: string }) {
  const [shut, close, closing] = useActionState(shutSchool, null);
  const [back, reopen, reopening] = useActionState(restoreSchool, null);
  const key = { divisionCode, schoolId, version };
  const done = closed ? shut : back;
  return (
    <div className="space-y-3">
      {done?.ok ? <Said result={done} /> : null}
      {closed ? <ReasonForm id="reopen-reason" label={`恢复${name}在办的原因`} button="恢复在办" busy={reopening} result={back} send={(reason) => reopen({ ...key, reason })} />
        : <CloseForm name={name} into={into} today={today} busy={closing} result={shut} send={(draft) => close({ ...key, ...draft })} />}
    </div>
  );
}

/** Schools that were open on the day and are not in the roster of the year under way: added with a reason; what came of it stays. */
export function EnlistDesk({ divisionCode, year, names }: { divisionCode: string; year: number; names: string[] }) {
  const [result, add, busy] = useActionState(enlistSchools, null);
  if (names.length === 0) return result?.ok ? <div className="card px-5 py-4"><Said result={result} /></div> : null;
  return (
    <Card title={`没有列入${year}学年初应报名册的学校 ${names.length} 所`} lead={`9 月 1 日在办：${names.slice(0, 20).join("、")}${names.length > 20 ? "等" : ""}`}>
      <ReasonForm id="enlist-reason" label="补列的原因" button={`补列入${year}学年初应报名册`} busy={busy} result={result} send={(reason) => add({ divisionCode, year, reason })} />
    </Card>
  );
}
