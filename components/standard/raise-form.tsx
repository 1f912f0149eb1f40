"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import { raiseThreshold } from "@/lib/local-standard/raise-threshold";
import { formatThreshold } from "@/lib/evaluation/format";
import type { StandardInForce } from "@/lib/standard/in-force";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { ChoiceField } from "./choice-field";
import { Outcome } from "./outcome";

const BLANK = { indicator: "", stage: "", value: "", basis: "", validFrom: "", validTo: "" };

/** A province or city raises a threshold; nothing typed is lost when it is refused. */
export function RaiseForm({ code, thresholds }: { code: string } & Pick<StandardInForce, "thresholds">) {
  const [form, setForm] = useState(BLANK);
  const [result, raise, busy] = useActionState(raiseThreshold, null);
  const errors = result && !result.ok ? result.fields : {};
  const set = (key: keyof typeof BLANK) => (value: string) => setForm({ ...form, [key]: value });
  const [indicator, stage] = [INDICATOR_KEYS.find((key) => key === form.indicator), STAGES.find((key) => key === form.stage)];
  const standing = indicator && stage ? `现行标准 ${formatThreshold(thresholds[indicator][stage])} ${INDICATORS[indicator].unit}，只能提高。` : "选定指标和学段后显示现行标准。";
  return (
    <form onSubmit={sending(() => raise({ code, ...form }))} className="no-print mt-4 grid gap-4 border-t border-line pt-4 sm:grid-cols-2 xl:grid-cols-3">
      <h3 className="font-medium sm:col-span-2 xl:col-span-3">提高一个标准值</h3>
      <ChoiceField id="raise-indicator" label="指标" value={form.indicator} error={errors.indicator} onChange={set("indicator")} options={INDICATOR_KEYS.map((key) => ({ value: key, label: `${INDICATORS[key].number}. ${INDICATORS[key].name}` }))} />
      <ChoiceField id="raise-stage" label="学段" value={form.stage} error={errors.stage} onChange={set("stage")} options={STAGES.map((key) => ({ value: key, label: STAGE_NAME[key] }))} />
      <TextField id="raise-value" label={`提高到${indicator ? `（${INDICATORS[indicator].unit}）` : ""}`} required inputMode="decimal" autoComplete="off" value={form.value} help={standing} error={errors.value} onChange={(event) => set("value")(event.target.value)} />
      <TextField id="raise-basis" label="依据文件（名称和文号）" required maxLength={300} autoComplete="off" value={form.basis} error={errors.basis} onChange={(event) => set("basis")(event.target.value)} />
      <TextField id="raise-from" label="起始日期" type="date" required value={form.validFrom} help="当年 9 月 1 日有效的，用于该年度。" error={errors.validFrom} onChange={(event) => set("validFrom")(event.target.value)} />
      <TextField id="raise-to" label="终止日期（可不填）" type="date" value={form.validTo} error={errors.validTo} onChange={(event) => set("validTo")(event.target.value)} />
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2 xl:col-span-3">
        <Button type="submit" look="primary" disabled={busy}>{busy ? "正在保存并重新计算…" : "提高标准值"}</Button>
        <Outcome result={result} />
      </div>
    </form>
  );
}
