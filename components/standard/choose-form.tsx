"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import { chooseReading } from "@/lib/local-standard/choose-reading";
import { READING_KEYS, readingSpec } from "@/lib/standard/readings";
import { ChoiceField } from "./choice-field";
import { Outcome } from "./outcome";

const BLANK = { reading: "", value: "", basis: "", validFrom: "", validTo: "" };

/** A province or city chooses a reading; nothing typed is lost when it is refused. */
export function ChooseForm({ code }: { code: string }) {
  const [form, setForm] = useState(BLANK);
  const [result, choose, busy] = useActionState(chooseReading, null);
  const errors = result && !result.ok ? result.fields : {};
  const reading = READING_KEYS.find((key) => key === form.reading);
  const set = (key: keyof typeof BLANK) => (value: string) => setForm({ ...form, [key]: value });
  return (
    <form onSubmit={sending(() => choose({ code, ...form }))} className="no-print mt-4 grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
      <h3 className="font-medium sm:col-span-2">选定一种口径</h3>
      <ChoiceField id="choose-reading" label="事项" value={form.reading} error={errors.reading} onChange={(value) => setForm({ ...form, reading: value, value: "" })} options={READING_KEYS.map((key) => ({ value: key, label: readingSpec(key).question }))} />
      <ChoiceField id="choose-value" label="口径" value={form.value} error={errors.value} onChange={set("value")} options={reading ? [...readingSpec(reading).options] : []} />
      <TextField id="choose-basis" label="依据文件（名称和文号）" required maxLength={300} autoComplete="off" value={form.basis} error={errors.basis} onChange={(event) => set("basis")(event.target.value)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField id="choose-from" label="起始日期" type="date" required value={form.validFrom} error={errors.validFrom} onChange={(event) => set("validFrom")(event.target.value)} />
        <TextField id="choose-to" label="终止日期（可不填）" type="date" value={form.validTo} error={errors.validTo} onChange={(event) => set("validTo")(event.target.value)} />
      </div>
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
        <Button type="submit" look="primary" disabled={busy}>{busy ? "正在保存并重新计算…" : "选定口径"}</Button>
        <Outcome result={result} />
      </div>
    </form>
  );
}
