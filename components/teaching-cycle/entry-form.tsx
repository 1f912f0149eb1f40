"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import type { TeachingRow } from "@/lib/teaching-cycle/find-record";
import { RATINGS, RATING_NAME, experimentRate } from "@/lib/teaching-cycle/rules";
import { enter } from "@/lib/teaching-cycle/save-teaching";
import { CountField } from "./count-field";

const FIELDS = [
  ["teachers", "专任教师", "人", "当年在岗的专任教师。"],
  ["coveredYear", "本年度接受课堂教学质量监测", "人", undefined],
  ["coveredCycle", "本周期累计覆盖", "人", "在岗教师中，本周期内已监测过的人数，每人只计一次。"],
  ["experimentsRequired", "课程标准应开实验", "个", "没有实验课程的填 0。"],
  ["experimentsDone", "已开实验", "个", undefined],
] as const;
type Key = (typeof FIELDS)[number][0];
const textOf = (value: number | null) => (value === null ? "" : String(value));
const numberOf = (text: string) => (/^\d+$/.test(text.normalize("NFKC").trim()) ? Number(text.normalize("NFKC").trim()) : null);

/** A school's record of a year; saved half-filled, submitted whole. */
export function TeachingForm({ record }: { record: TeachingRow }) {
  const [values, setValues] = useState<Record<Key, string>>({ teachers: textOf(record.teachers), coveredYear: textOf(record.coveredYear), coveredCycle: textOf(record.coveredCycle), experimentsRequired: textOf(record.experimentsRequired), experimentsDone: textOf(record.experimentsDone) });
  const [selfRating, setSelfRating] = useState(record.selfRating ?? "");
  const [selfNote, setSelfNote] = useState(record.selfNote);
  const [result, send, busy] = useActionState(async (_before: Awaited<ReturnType<typeof enter>> | null, submit: boolean) => enter(null, { schoolId: record.schoolId, year: record.year, version: record.version, ...values, selfRating, selfNote, submit }), null);
  const fields = result?.ok === false ? result.fields : {};
  const rate = experimentRate(numberOf(values.experimentsRequired), numberOf(values.experimentsDone));
  return (
    <form onSubmit={sending(() => send(false))} className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {FIELDS.map(([key, label, unit, help]) => <CountField key={key} id={`teaching-${key}`} label={label} unit={unit} help={help} value={values[key]} error={fields[key]} onChange={(text) => setValues({ ...values, [key]: text })} />)}
        <p className="self-end text-sm text-muted" role="status">实验开出率 {rate.text}（应为 100%）</p>
      </div>
      <fieldset className="flex flex-wrap gap-4 text-sm"><legend className="mb-1 font-medium">学校自评结果</legend>
        {RATINGS.map((rating) => <label key={rating} className="flex min-h-9 items-center gap-1.5"><input type="radio" name="selfRating" checked={selfRating === rating} onChange={() => setSelfRating(rating)} className="size-4" />{RATING_NAME[rating]}</label>)}
        {fields.selfRating ? <p className="w-full text-fail">✕ {fields.selfRating}</p> : null}
      </fieldset>
      <TextArea label="自评说明（选填）" rows={3} maxLength={500} value={selfNote} onChange={(event) => setSelfNote(event.target.value)} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={busy}>保存</Button>
        <Button type="button" look="primary" disabled={busy} onClick={sending(() => send(true))}>提交县级确认</Button>
        <Said result={result} />
      </div>
    </form>
  );
}
