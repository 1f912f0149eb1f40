"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { runSelfCheck } from "@/lib/ledger/run-self-check";

type Props = { code: string; years: { year: number; whole: boolean }[]; checkedYear: number | null; dueOn: string };

/** 自查 for the bureau: which year's figures, and by when what fails is to be mended. */
export function CheckBar({ code, years, checkedYear, dueOn: suggested }: Props) {
  const [year, setYear] = useState(String(years[0]?.year ?? ""));
  const [dueOn, setDueOn] = useState(suggested);
  const [result, check, busy] = useActionState(runSelfCheck, null);
  const field = "rounded-md border border-line bg-surface px-2 py-1.5";
  return (
    <section className="card no-print space-y-2 px-5 py-3 text-sm" aria-label="自查">
      <form className="flex flex-wrap items-center gap-2" onSubmit={sending(() => check({ divisionCode: code, year, dueOn }))}>
        <span className="font-semibold">逐项自查</span>
        <label>数据年度 <select value={year} onChange={(event) => setYear(event.target.value)} className={field}>{years.map((one) => <option key={one.year} value={one.year}>{one.year} 学年初{one.whole ? "" : "（尚未全部审定）"}</option>)}</select></label>
        <label>新登记问题的整改期限 <input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} className={field} /></label>
        <Button type="submit" look="primary" disabled={busy || years.length === 0}>{busy ? "正在自查…" : "自查"}</Button>
        <Link className={buttonClass("plain", "ml-auto")} href={`/d/${code}/ledger/new`} prefetch={false}>登记问题</Link>
      </form>
      <p className="text-muted">按审定数据逐校逐项对照标准：未达标的登记或更新，已达标的转为“数据已达标，待核验”，再次低于标准的重新打开；重复自查不会重复登记。{checkedYear ? `上次按 ${checkedYear} 学年初数据自查。` : ""}</p>
      <Said result={result} all />
    </section>
  );
}
