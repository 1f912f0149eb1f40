"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { BUREAU } from "@/lib/ledger/rules";
import { assignMany } from "@/lib/ledger/save-entry";

type Props = { code: string; chosen: string[]; units: { id: string; name: string }[]; /** Left out where the page is of one entry. */ choice?: { all: string[]; onChoose: (ids: string[]) => void } };

/** Gives the chosen entries somebody who mends them, a due day or a planned year. */
export function AssignBar({ code, chosen, units, choice }: Props) {
  const [who, setWho] = useState("");
  const [dueOn, setDueOn] = useState("");
  const [plannedYear, setPlannedYear] = useState("");
  const [result, assign, busy] = useActionState(assignMany, null);
  const field = "rounded-md border border-line bg-surface px-2 py-1.5";
  const owner = who === "" ? {} : who === "bureau" || who === "school" ? { owner: who } : { owner: "unit", unitId: who };
  return (
    <form className="no-print flex flex-wrap items-center gap-2 rounded-md bg-page px-3 py-2 text-sm" onSubmit={sending(() => assign({ divisionCode: code, entryIds: chosen, ...owner, dueOn, plannedYear }))}>
      {choice ? <><Button onClick={() => choice.onChoose(chosen.length === choice.all.length ? [] : choice.all)}>{chosen.length === choice.all.length && choice.all.length > 0 ? "取消全选" : "全选本页"}</Button><span>已选 {chosen.length} 个，统一设为</span></> : <span className="font-medium">分派</span>}
      <select aria-label="责任单位" value={who} onChange={(event) => setWho(event.target.value)} className={field}>
        <option value="">责任单位不变</option><option value="school">学校</option><option value="bureau">{BUREAU}</option>{units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
      </select>
      <label>期限 <input type="date" aria-label="整改期限" value={dueOn} onChange={(event) => setDueOn(event.target.value)} className={field} /></label>
      <label>计划年度 <input inputMode="numeric" aria-label="计划年度" value={plannedYear} onChange={(event) => setPlannedYear(event.target.value)} className={`${field} w-20`} /></label>
      <Button type="submit" look="primary" disabled={busy || chosen.length === 0}>{choice ? "批量设置" : "保存分派"}</Button>
      <span role="status" className={result?.ok === false ? "text-fail" : "text-pass"}>{result ? (result.ok ? `✓ ${result.message}` : `✕ ${Object.values(result.fields).join(" ") || result.message}`) : ""}</span>
    </form>
  );
}
