"use client";

import { useActionState, useState } from "react";
import { CountField } from "@/components/teaching-cycle/count-field";
import { Button } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import type { ExchangeRow } from "@/lib/exchange-years/find-exchange";
import { EXCHANGE_FIELDS, EXCHANGE_NAME, judgeExchange, sharesText, type ExchangeCounts, type ExchangeField } from "@/lib/exchange-years/rules";
import { enter } from "@/lib/exchange-years/save-exchange";

const textOf = (value: number | null) => (value === null ? "" : String(value));
const numberOf = (text: string) => (/^\d+$/.test(text.normalize("NFKC").trim()) ? Number(text.normalize("NFKC").trim()) : null);

/** Counts of a year, of a school or (no school) of the whole county; the two shares follow while it is typed. */
export function ExchangeForm({ row }: { row: ExchangeRow }) {
  const [values, setValues] = useState<Record<ExchangeField, string>>({ eligible: textOf(row.eligible), exchanged: textOf(row.exchanged), backbone: textOf(row.backbone), longTerm: textOf(row.longTerm) });
  const [result, send, busy] = useActionState(async (_before: Awaited<ReturnType<typeof enter>> | null, submit: boolean) => enter(null, { divisionCode: row.divisionCode, schoolId: row.schoolId, year: row.year, version: row.version, ...values, submit }), null);
  const fields = result?.ok === false ? result.fields : {};
  const counts: ExchangeCounts = { eligible: numberOf(values.eligible), exchanged: numberOf(values.exchanged), backbone: numberOf(values.backbone), longTerm: numberOf(values.longTerm) };
  const judged = judgeExchange(counts);
  return (
    <form onSubmit={sending(() => send(false))} className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {EXCHANGE_FIELDS.map((field) => <CountField key={field} id={`exchange-${row.schoolId || "county"}-${field}`} label={EXCHANGE_NAME[field]} unit="人" value={values[field]} error={fields[field]} onChange={(text) => setValues({ ...values, [field]: text })} />)}
      </div>
      <p className="text-sm text-muted" role="status">{sharesText(judged, true)}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={busy}>保存</Button>
        <Button type="button" look="primary" disabled={busy} onClick={sending(() => send(true))}>提交县级确认</Button>
        <Said result={result} />
      </div>
    </form>
  );
}
