"use client";

import { Button } from "@/components/ui/button";
import type { ClassRow, FieldValue } from "@/lib/forms/field";

const GRADES = { primary: ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"], junior: ["七年级", "八年级", "九年级"] };
const isClassRow = (row: object): row is ClassRow => "pupils" in row;
const digits = (text: string) => { const plain = text.normalize("NFKC").replaceAll(/[^\d]/g, ""); return plain === "" ? null : Math.min(Number(plain), 999); };
const INPUT = "w-full min-w-0 rounded-md border border-line bg-surface px-2 py-1.5";

/** The classes of a stage, one row each. A column pasted from a spreadsheet fills the rows from where it was pasted. */
export function ClassList({ value, junior, readOnly, onChange }: { value: FieldValue | undefined; junior: boolean; readOnly: boolean; onChange: (rows: ClassRow[]) => void }) {
  const rows = Array.isArray(value) ? value.filter(isClassRow) : [];
  const grades = junior ? GRADES.junior : GRADES.primary;
  const limit = junior ? 50 : 45;
  const total = rows.reduce((sum, row) => sum + (row.pupils ?? 0), 0);
  const set = (index: number, change: Partial<ClassRow>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const paste = (index: number, text: string) => {
    const column = text.split(/\r?\n/).map((line) => digits(line.split("\t").at(-1) ?? "")).filter((pupils) => pupils !== null);
    const filled = [...rows];
    column.forEach((pupils, offset) => { const at = index + offset; filled[at] = { grade: filled[at]?.grade ?? grades[0] ?? "", name: filled[at]?.name ?? `${at + 1}班`, pupils }; });
    onChange(filled.slice(0, 100));
  };
  return (
    <div className="space-y-1.5">
      {rows.map((row, index) => (
        <div key={index} className="grid grid-cols-[6.5rem_1fr_5.5rem_auto] items-center gap-2">
          <select aria-label={`第 ${index + 1} 行年级`} className={INPUT} disabled={readOnly} value={row.grade} onChange={(event) => set(index, { grade: event.target.value })}>{grades.map((grade) => <option key={grade}>{grade}</option>)}</select>
          <input aria-label={`第 ${index + 1} 行班级`} className={INPUT} readOnly={readOnly} maxLength={20} value={row.name} onChange={(event) => set(index, { name: event.target.value })} />
          <input aria-label={`第 ${index + 1} 行人数`} inputMode="numeric" readOnly={readOnly} value={row.pupils ?? ""} aria-invalid={(row.pupils ?? 0) > limit || undefined} className={`${INPUT} text-right tabular-nums aria-invalid:border-fail`}
            onChange={(event) => set(index, { pupils: digits(event.target.value) })}
            onPaste={(event) => { const text = event.clipboardData.getData("text"); if (text.includes("\n")) { event.preventDefault(); paste(index, text); } }} />
          {readOnly ? null : <button type="button" aria-label={`去掉第 ${index + 1} 行`} className="px-2 text-muted hover:text-fail" onClick={() => onChange(rows.filter((_, at) => at !== index))}>✕</button>}
        </div>
      ))}
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <span>共 {rows.length} 个班，{total.toLocaleString("zh-CN")} 人{rows.some((row) => (row.pupils ?? 0) > limit) ? `；${rows.filter((row) => (row.pupils ?? 0) > limit).length} 个班超过 ${limit} 人` : ""}</span>
        {readOnly ? null : <Button disabled={rows.length >= 100} onClick={() => onChange([...rows, { grade: rows.at(-1)?.grade ?? grades[0] ?? "", name: `${rows.length + 1}班`, pupils: null }])}>增加一个班</Button>}
      </div>
    </div>
  );
}
