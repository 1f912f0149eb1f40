"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { assignMany } from "@/lib/tasks/save-list";

type Props = { code: string; chosen: string[]; all: string[]; units: { id: string; name: string }[]; onChoose: (ids: string[]) => void };

/** Gives the chosen tasks a lead unit or a due day. */
export function BulkAssign({ code, chosen, all, units, onChoose }: Props) {
  const [unit, setUnit] = useState("");
  const [dueOn, setDueOn] = useState("");
  const [result, assign, busy] = useActionState(assignMany, null);
  const field = "rounded-md border border-line bg-surface px-2 py-1.5";
  return (
    <form className="no-print flex flex-wrap items-center gap-2 rounded-md bg-page px-3 py-2 text-sm" onSubmit={sending(() => assign({ divisionCode: code, taskIds: chosen, leadUnitId: unit, dueOn }))}>
      <Button onClick={() => onChoose(chosen.length === all.length ? [] : all)}>{chosen.length === all.length && all.length > 0 ? "取消全选" : "全选"}</Button>
      <span>已选 {chosen.length} 项，统一设为</span>
      <select aria-label="牵头单位" value={unit} onChange={(event) => setUnit(event.target.value)} className={field}><option value="">牵头单位不变</option>{units.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}</select>
      <label>完成时限 <input type="date" aria-label="完成时限" value={dueOn} onChange={(event) => setDueOn(event.target.value)} className={field} /></label>
      <Button type="submit" look="primary" disabled={busy || chosen.length === 0}>批量设置</Button>
      <span role="status" className={result?.ok === false ? "text-fail" : "text-pass"}>{result ? (result.ok ? `✓ ${result.message}` : `✕ ${Object.values(result.fields).join(" ") || result.message}`) : ""}</span>
    </form>
  );
}
