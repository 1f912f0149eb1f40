"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { FieldValue, RoomRow } from "@/lib/forms/field";

const isRoomRow = (row: object): row is RoomRow => "area" in row;
const INPUT = "w-full min-w-0 rounded-md border border-line bg-surface px-2 py-1.5";

function AreaInput({ index, room, readOnly, onChange }: { index: number; room: RoomRow; readOnly: boolean; onChange: (area: number | null) => void }) {
  const [text, setText] = useState(room.area === null ? "" : String(room.area));
  return (
    <input aria-label={`第 ${index + 1} 间面积（㎡）`} inputMode="decimal" readOnly={readOnly} placeholder="面积 ㎡" value={text} className={`${INPUT} text-right tabular-nums`}
      onChange={(event) => {
        setText(event.target.value);
        const area = Number(event.target.value.normalize("NFKC").replaceAll(",", ""));
        onChange(event.target.value.trim() === "" || !Number.isFinite(area) ? null : area);
      }} />
  );
}

/** Special rooms with the area of each. No room at all is an answer too. */
export function RoomList({ value, readOnly, onChange }: { value: FieldValue | undefined; readOnly: boolean; onChange: (rows: RoomRow[]) => void }) {
  const rows = Array.isArray(value) ? value.filter(isRoomRow) : null;
  const list = rows ?? [];
  const set = (index: number, change: Partial<RoomRow>) => onChange(list.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <div className="space-y-1.5">
      {list.map((room, index) => (
        <div key={`${index}-${list.length}`} className="grid grid-cols-[1fr_7rem_auto] items-center gap-2">
          <input aria-label={`第 ${index + 1} 间名称`} className={INPUT} readOnly={readOnly} maxLength={40} value={room.name} onChange={(event) => set(index, { name: event.target.value })} />
          <AreaInput index={index} room={room} readOnly={readOnly} onChange={(area) => set(index, { area })} />
          {readOnly ? null : <button type="button" aria-label={`去掉第 ${index + 1} 间`} className="px-2 text-muted hover:text-fail" onClick={() => onChange(list.filter((_, at) => at !== index))}>✕</button>}
        </div>
      ))}
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <span>{rows === null ? "还没有填写" : `共 ${list.length} 间`}</span>
        {readOnly ? null : (
          <span className="flex gap-2">
            {rows === null ? <Button onClick={() => onChange([])}>没有专用教室</Button> : null}
            <Button disabled={list.length >= 100} onClick={() => onChange([...list, { name: `教室${list.length + 1}`, area: null, builtYear: null }])}>增加一间</Button>
          </span>
        )}
      </div>
    </div>
  );
}
