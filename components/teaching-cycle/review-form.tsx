"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { RATINGS, RATING_NAME } from "@/lib/teaching-cycle/rules";
import { review } from "@/lib/teaching-cycle/save-teaching";

/** The bureau's part on a school's record: 县级综评 and confirmation, or back with a reason. */
export function ReviewForm({ school, record }: { school: string; record: { schoolId: string; year: number; version: number; state: string } }) {
  const [countyRating, setRating] = useState("");
  const [countyNote, setNote] = useState("");
  const [reason, setReason] = useState("");
  const [result, act, busy] = useActionState(async (_before: Awaited<ReturnType<typeof review>> | null, what: "confirm" | "return" | "reopen") => review(null, { schoolId: record.schoolId, year: record.year, version: record.version, act: what, countyRating, countyNote, reason }), null);
  const fields = result?.ok === false ? result.fields : {};
  const waiting = record.state === "submitted";
  const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-1.5 aria-invalid:border-fail";
  return (
    <details className="text-left text-sm"><summary className="cursor-pointer text-brand">{waiting ? "综评和确认" : "退回更正"}</summary>
      <form onSubmit={sending(() => act(waiting ? "confirm" : "reopen"))} className="mt-2 min-w-56 space-y-2 rounded-md bg-page px-3 py-3">
        {waiting ? <>
          <label className="block">{school}的县级综评<select value={countyRating} onChange={(event) => setRating(event.target.value)} aria-invalid={fields.countyRating ? true : undefined} className={box}><option value="">请选择</option>{RATINGS.map((rating) => <option key={rating} value={rating}>{RATING_NAME[rating]}</option>)}</select></label>
          {fields.countyRating ? <p className="text-fail">✕ {fields.countyRating}</p> : null}
          <label className="block">综评说明（选填）<input value={countyNote} maxLength={500} onChange={(event) => setNote(event.target.value)} className={box} /></label>
          <Button type="submit" look="primary" disabled={busy}>确认</Button>
        </> : null}
        <label className="block">退回的原因<input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} aria-invalid={fields.reason ? true : undefined} className={box} /></label>
        {fields.reason ? <p className="text-fail">✕ {fields.reason}</p> : null}
        <Button type="button" look="danger" disabled={busy} onClick={sending(() => act(waiting ? "return" : "reopen"))}>退回</Button>
        <Said result={result} />
      </form>
    </details>
  );
}
