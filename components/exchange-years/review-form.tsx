"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { review } from "@/lib/exchange-years/save-exchange";

/** The bureau confirms counts, or sends them back with a reason. */
export function ExchangeReview({ name, row }: { name: string; row: { divisionCode: string; schoolId: string; year: number; version: number; state: string } }) {
  const [reason, setReason] = useState("");
  const [result, act, busy] = useActionState(async (_before: Awaited<ReturnType<typeof review>> | null, what: "confirm" | "return" | "reopen") => review(null, { divisionCode: row.divisionCode, schoolId: row.schoolId, year: row.year, version: row.version, act: what, reason }), null);
  const waiting = row.state === "submitted";
  const fault = result?.ok === false ? (result.fields.reason ?? result.message) : null;
  return (
    <details className="text-left text-sm"><summary className="cursor-pointer text-brand">{waiting ? "确认或退回" : "退回更正"}</summary>
      <form onSubmit={sending(() => act(waiting ? "confirm" : "reopen"))} className="mt-2 min-w-52 space-y-2 rounded-md bg-page px-3 py-3">
        {waiting ? <Button type="submit" look="primary" disabled={busy} aria-label={`确认${name}的交流数据`}>确认</Button> : null}
        <label className="block">退回{name}的原因<input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} aria-invalid={fault ? true : undefined} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-1.5 aria-invalid:border-fail" /></label>
        <Button type="button" look="danger" disabled={busy} onClick={sending(() => act(waiting ? "return" : "reopen"))}>退回</Button>
        {fault ? <p role="status" className="text-fail">✕ {fault}</p> : result?.ok ? <p role="status" className="text-pass">✓ {result.message}</p> : null}
      </form>
    </details>
  );
}
