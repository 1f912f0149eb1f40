"use client";

import { useActionState, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { completeFilingYear } from "@/lib/calendar/complete-filing-year";
import type { CalendarView } from "@/lib/calendar/get-calendar";
import { grantException } from "@/lib/calendar/grant-exception";
import { openFilingYear } from "@/lib/calendar/open-filing-year";
import type { Result } from "@/lib/result";

const INPUT = "mt-1 block rounded-md border border-line bg-surface px-2.5 py-1.5 font-normal";

function Outcome({ result }: { result: Result<unknown> | null }): ReactNode {
  if (!result) return null;
  if (result.ok) return <p role="status" className="w-full text-sm text-pass">✓ {result.message}</p>;
  return <p role="alert" className="w-full text-sm text-fail">{Object.values(result.fields)[0] ?? result.message}</p>;
}

type Props = { divisionCode: string; calendar: CalendarView | null; nextYear: number; schools: { id: string; name: string }[]; unfinished: number };

/** The bureau's calendar: open a year over its roster, move the days, let a school file late, complete the year. */
export function CalendarPanel({ divisionCode, calendar, nextYear, schools, unfinished }: Props) {
  const [opened, open, opening] = useActionState(openFilingYear, null);
  const [granted, grant, granting] = useActionState(grantException, null);
  const [completed, complete, completing] = useActionState(completeFilingYear, null);
  const [late, setLate] = useState({ schoolId: "", reason: "", endsOn: "" });
  const fresh = calendar === null || calendar.completed;
  const year = fresh ? nextYear : calendar.year;
  const [days, setDays] = useState({ opensOn: fresh ? `${nextYear}-10-08` : calendar.opensOn, closesOn: fresh ? `${nextYear}-12-15` : calendar.closesOn });
  return (
    <details className="card no-print px-5 py-4" open={calendar === null}>
      <summary className="cursor-pointer font-medium">填报日程{calendar ? `：${calendar.year}学年初，${calendar.opensOn} 至 ${calendar.closesOn}${calendar.completed ? "，已完成" : ""}` : "：尚未开启"}</summary>
      <form onSubmit={sending(() => open({ divisionCode, year, ...days, version: fresh ? 0 : calendar.version }))} className="mt-3 flex flex-wrap items-end gap-3 text-sm font-medium">
        <label>开始日期<input type="date" required value={days.opensOn} onChange={(event) => setDays({ ...days, opensOn: event.target.value })} className={INPUT} /></label>
        <label>截止日期<input type="date" required value={days.closesOn} onChange={(event) => setDays({ ...days, closesOn: event.target.value })} className={INPUT} /></label>
        <Button type="submit" look={fresh ? "primary" : "plain"} disabled={opening}>{fresh ? `开启${year}学年初填报` : "修改日期"}</Button>
        <Outcome result={opened} />
      </form>
      {fresh ? <p className="mt-2 text-sm text-muted">开启时按当年 9 月 1 日在办的学校形成应报名册，此后不再变动。</p> : (
        <>
          <form onSubmit={sending(() => grant({ divisionCode, year, ...late }))} className="mt-4 flex flex-wrap items-end gap-3 border-t border-line pt-4 text-sm font-medium">
            <label>同意补报的学校<select required value={late.schoolId} onChange={(event) => setLate({ ...late, schoolId: event.target.value })} className={INPUT}><option value="">选择学校…</option>{schools.map((school) => <option key={school.id} value={school.id}>{school.name}</option>)}</select></label>
            <label>理由<input required maxLength={300} value={late.reason} onChange={(event) => setLate({ ...late, reason: event.target.value })} className={INPUT} /></label>
            <label>补报截止<input type="date" required value={late.endsOn} onChange={(event) => setLate({ ...late, endsOn: event.target.value })} className={INPUT} /></label>
            <Button type="submit" disabled={granting}>同意补报</Button>
            <Outcome result={granted} />
          </form>
          {calendar.exceptions.length > 0 ? <ul className="mt-2 text-sm text-muted">{calendar.exceptions.map((entry) => <li key={entry.schoolName + entry.endsOn}>{entry.schoolName}：{entry.reason}，补报至 {entry.endsOn}</li>)}</ul> : null}
          <form onSubmit={sending(() => complete({ divisionCode, year, version: calendar.version }))} className="mt-4 flex flex-wrap items-center gap-3 border-t border-line pt-4">
            <Button type="submit" disabled={completing || unfinished > 0}>完成{year}学年初填报</Button>
            <span className="text-sm text-muted">{unfinished > 0 ? `还有 ${unfinished} 所学校没有审定，全部审定后可以完成。` : "完成后，数据只能通过更正修改。"}</span>
            <Outcome result={completed} />
          </form>
        </>
      )}
    </details>
  );
}
