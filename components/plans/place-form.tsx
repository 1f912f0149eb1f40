"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import type { PlanGridRow, PlannedCounty } from "@/lib/plans/list-plan";
import { LAST_PLAN_YEAR } from "@/lib/plans/rules";
import { place } from "@/lib/plans/save-plan";
import { Said } from "@/components/ui/said";

/** What the form is filled with: a county that was chosen in the grid, or a year whose cell was; `nonce` begins it anew. */
export type Choice = { county: PlannedCounty | null; city: string; year: string; nonce: number };
type Props = { choice: Choice; rows: PlanGridRow[]; province: boolean; years: number[] };

const box = "mt-1 block w-full rounded-md border border-line bg-surface px-3 py-2 font-normal aria-invalid:border-fail";
const yearText = (year: number | null) => (year === null ? "未列入" : `${year} 年`);

/** Puts a county into a year, moves it or takes it out. What was typed stays through a refusal. */
export function PlaceForm({ choice, rows, province, years }: Props) {
  const options = rows.flatMap((row) => row.counties.map((county) => ({ ...county, label: province ? `${row.name} ${county.name}` : county.name })));
  const chosen = options.find((option) => option.code === choice.county?.code);
  const [text, setText] = useState(chosen?.label ?? (province && choice.city ? `${choice.city} ` : ""));
  const [year, setYear] = useState(choice.year);
  const [missing, setMissing] = useState(false);
  const [result, act, busy] = useActionState(place, null);
  const county = options.find((option) => option.label === text.trim());
  // A county that was not chosen in the grid is entered anew: one that stands elsewhere is refused with its year.
  const from = county && county.code === choice.county?.code ? county.year : null;
  const fields = result?.ok === false ? result.fields : {};
  const send = (to: string) => {
    setMissing(!county);
    if (county) return act({ divisionCode: county.code, from: from ?? "", to, version: county.version });
  };
  const lastYear = Math.max(LAST_PLAN_YEAR, years.at(-1) ?? 0);
  return (
    <form className="card no-print space-y-3 px-5 py-4" aria-label="填报申报年" onSubmit={sending(() => send(year))}>
      <div className="grid items-start gap-3 sm:grid-cols-[2fr_1fr_auto]">
        <label className="text-sm font-medium">县（市、区）
          <input list="plan-counties" value={text} onChange={(event) => setText(event.target.value)} aria-invalid={missing || fields.divisionCode ? true : undefined} placeholder="输入县名，从列表中选择" className={box} />
          {missing && !county ? <span className="text-fail">✕ 请从列表中选择县（市、区）。</span> : county ? <span className="text-muted">现在：{yearText(county.year)}</span> : null}
          <datalist id="plan-counties">{options.map((option) => <option key={option.code} value={option.label}>{yearText(option.year)}</option>)}</datalist>
        </label>
        <label className="text-sm font-medium">申报年
          <select value={year} onChange={(event) => setYear(event.target.value)} aria-invalid={fields.to ? true : undefined} className={box}>
            <option value="">请选择</option>
            {Array.from({ length: lastYear - (years[0] ?? lastYear) + 1 }, (_, at) => (years[0] ?? lastYear) + at).map((one) => <option key={one} value={one}>{one} 年</option>)}
          </select>
          {fields.to ? <span className="text-fail">✕ {fields.to}</span> : null}
        </label>
        <span className="flex gap-2 sm:mt-6">
          <Button type="submit" look="primary" disabled={busy}>{from === null ? "列入" : "改列"}</Button>
          {from === null ? null : <Button type="button" look="danger" disabled={busy} onClick={sending(() => send(""))}>移出</Button>}
        </span>
      </div>
      <Said result={result} />
    </form>
  );
}
