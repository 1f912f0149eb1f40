"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import { enlistSchools, restoreSchool, shutSchool } from "@/lib/roster/save-roster";

type School = { divisionCode: string; schoolId: string; version: number; name: string };
const box = "w-full rounded-md border border-line bg-surface px-3 py-2";

/** 停办 or 撤并, with its day, its reason and where the pupils went. */
export function CloseForm({ divisionCode, schoolId, version, name, into, today }: School & { into: { code: string; name: string }[]; today: string }) {
  const [draft, setDraft] = useState({ closedOn: today, mergedIntoCode: "", reason: "" });
  const [result, close, busy] = useActionState(shutSchool, null);
  const error = (key: string) => (result?.ok === false ? result.fields[key] : undefined);
  return (
    <details className="text-sm"><summary className="cursor-pointer text-fail">停办或撤并{name}…</summary>
      <form className="mt-3 space-y-3" onSubmit={sending(() => close({ divisionCode, schoolId, version, ...draft }))}>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <TextField id="close-day" label="停办日期" type="date" max={today} value={draft.closedOn} error={error("closedOn")} onChange={(event) => setDraft({ ...draft, closedOn: event.target.value })} />
          <div><label htmlFor="close-into" className="mb-1 block font-medium">并入（选填）</label><select id="close-into" value={draft.mergedIntoCode} onChange={(event) => setDraft({ ...draft, mergedIntoCode: event.target.value })} className={box}><option value="">不并入</option>{into.map(({ code, name: other }) => <option key={code} value={code}>{other}</option>)}</select>{error("mergedIntoCode") ? <p className="mt-1 text-fail">{error("mergedIntoCode")}</p> : null}</div>
        </div>
        <TextField id="close-reason" label="依据或原因" maxLength={300} value={draft.reason} error={error("reason")} onChange={(event) => setDraft({ ...draft, reason: event.target.value })} />
        <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="danger" disabled={busy}>登记停办</Button><Said result={result} /></div>
      </form>
    </details>
  );
}

function ReasonForm({ id, label, button, busy, result, send }: { id: string; label: string; button: string; busy: boolean; result: Parameters<typeof Said>[0]["result"]; send: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={sending(() => send(reason))}>
      <div className="min-w-64 flex-1"><TextField id={id} label={label} maxLength={300} value={reason} error={result?.ok === false ? result.fields.reason : undefined} onChange={(event) => setReason(event.target.value)} /></div>
      <Button type="submit" disabled={busy}>{button}</Button>
      <Said result={result} />
    </form>
  );
}

/** Takes back a closing that was entered by mistake. */
export function ReopenForm({ divisionCode, schoolId, version, name }: School) {
  const [result, reopen, busy] = useActionState(restoreSchool, null);
  return <ReasonForm id="reopen-reason" label={`恢复${name}在办的原因`} button="恢复在办" busy={busy} result={result} send={(reason) => reopen({ divisionCode, schoolId, version, reason })} />;
}

/** Adds to the roster of the year under way the schools that it leaves out. */
export function EnlistForm({ divisionCode, year }: { divisionCode: string; year: number }) {
  const [result, add, busy] = useActionState(enlistSchools, null);
  return <ReasonForm id="enlist-reason" label="补列的原因" button={`补列入${year}学年初应报名册`} busy={busy} result={result} send={(reason) => add({ divisionCode, year, reason })} />;
}
