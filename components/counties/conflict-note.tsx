"use client";

import { Button } from "@/components/ui/button";
import type { FieldSpec, FieldValue, SectionData } from "@/lib/forms/field";
import { valueText } from "@/lib/forms/value-text";

type Side = { values: SectionData; statement: string };

const textOf = (field: FieldSpec, value: FieldValue | undefined) => field.options?.find((option) => option.value === value)?.label ?? valueText(value);

/** Somebody else saved the item meanwhile: both side by side, and the later one chooses. */
export function ConflictNote({ fields, mine, theirs, onSettle }: { fields: readonly FieldSpec[]; mine: Side; theirs: Side; onSettle: (keep: "mine" | "theirs") => void }) {
  const rows = [
    ...fields.map((field) => ({ key: field.key, label: field.label, mine: textOf(field, mine.values[field.key]), theirs: textOf(field, theirs.values[field.key]) })),
    { key: "statement", label: "说明", mine: mine.statement || "未填", theirs: theirs.statement || "未填" },
  ].filter((row) => row.mine !== row.theirs);
  return (
    <div role="alert" className="rounded border border-fail px-3 py-2 text-sm">
      <p className="font-medium text-fail">这一项刚被他人保存过，请选择保留哪一份。</p>
      {rows.length === 0 ? <p className="mt-1">两份内容相同。</p> : (
        <table className="mt-2 w-full">
          <thead><tr className="text-left text-muted"><th scope="col" className="py-1 font-medium">填报项</th><th scope="col" className="py-1 font-medium">我填的</th><th scope="col" className="py-1 font-medium">他人已保存的</th></tr></thead>
          <tbody>{rows.map((row) => <tr key={row.key} className="border-t border-line align-top"><th scope="row" className="py-1.5 pr-2 text-left font-normal">{row.label}</th><td className="py-1.5 pr-2">{row.mine}</td><td className="py-1.5">{row.theirs}</td></tr>)}</tbody>
        </table>
      )}
      <div className="mt-2 flex gap-2">
        <Button onClick={() => onSettle("theirs")}>采用他人的</Button>
        <Button look="primary" onClick={() => onSettle("mine")}>保留我的</Button>
      </div>
    </div>
  );
}
