"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import { saveNewSchool, saveSchool } from "@/lib/roster/save-roster";
import type { SchoolFields } from "@/lib/roster/schema";
import { AREA_TYPE_LABEL, AREA_TYPES, OPERATOR_TYPE_LABEL, SCHOOL_KIND_LABEL, SCHOOL_KINDS } from "@/lib/standard/school-kinds";

type Props = { divisionCode: string; given: { id: string; version: number; fields: SchoolFields } | null; parents: { code: string; name: string }[] };
const box = "w-full rounded-md border border-line bg-surface px-3 py-2 aria-invalid:border-fail";
const draftOf = (fields: SchoolFields | undefined) => ({
  code: fields?.code ?? "", name: fields?.name ?? "", kind: fields?.kind ?? "primary", areaType: fields?.areaType ?? "", operatorType: String(fields?.operatorType ?? (fields ? "" : "7")), boarding: fields?.boarding ?? false,
  builtYear: String(fields?.builtYear ?? ""), counted: fields?.counted ?? true, parentCode: fields?.parentCode ?? "", openedOn: fields?.openedOn ?? "",
});

/** One school of the county: a new one, or what is said of a listed one. */
export function SchoolForm({ divisionCode, given, parents }: Props) {
  const [draft, setDraft] = useState(draftOf(given?.fields));
  const [result, save, busy] = useActionState(async () => {
    if (given) return saveSchool(null, { divisionCode, schoolId: given.id, version: given.version, ...draft });
    const answer = await saveNewSchool(null, { divisionCode, ...draft });
    if (answer.ok) setDraft(draftOf(undefined));
    return answer;
  }, null);
  const error = (key: string) => (result?.ok === false ? result.fields[key] : undefined);
  const id = given ? "school" : "new-school";
  const text = (key: "code" | "name" | "builtYear" | "openedOn", label: string, more: { type?: string; inputMode?: "numeric"; maxLength?: number; help?: string } = {}) => (
    <TextField id={`${id}-${key}`} label={label} value={draft[key]} error={error(key)} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} {...more} />
  );
  const choice = (key: "kind" | "areaType" | "operatorType" | "parentCode", label: string, options: [string, string][]) => (
    <div>
      <label htmlFor={`${id}-${key}`} className="mb-1 block text-sm font-medium">{label}</label>
      <select id={`${id}-${key}`} value={draft[key]} aria-invalid={error(key) ? true : undefined} aria-describedby={error(key) ? `${id}-${key}-error` : undefined} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} className={box}>{options.map(([value, name]) => <option key={value} value={value}>{name}</option>)}</select>
      {error(key) ? <p id={`${id}-${key}-error`} className="mt-1 text-sm text-fail">{error(key)}</p> : null}
    </div>
  );
  const check = (key: "boarding" | "counted", label: string) => (
    <label className="flex items-baseline gap-2 text-sm"><input type="checkbox" checked={draft[key]} onChange={() => setDraft({ ...draft, [key]: !draft[key] })} /><span>{label}{error(key) ? <span className="block text-fail">✕ {error(key)}</span> : null}</span></label>
  );
  return (
    <form className="space-y-3" onSubmit={sending(() => save())}>
      <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {text("name", "学校全称", { maxLength: 60 })}
        {text("code", "学校标识码", { inputMode: "numeric", maxLength: 10, help: "10 位数字" })}
        {choice("kind", "办学类型", SCHOOL_KINDS.map((kind) => [kind, SCHOOL_KIND_LABEL[kind]]))}
        {choice("areaType", "城乡类型", [["", "未填"], ...AREA_TYPES.map((area): [string, string] => [area, AREA_TYPE_LABEL[area]])])}
        {choice("operatorType", "举办者类型", [["", "未填"], ...Object.entries(OPERATOR_TYPE_LABEL)])}
        {choice("parentCode", "由哪所学校填报", [["", "本校填报"], ...parents.filter(({ code }) => code !== given?.fields.code).map(({ code, name }): [string, string] => [code, name])])}
        {text("builtYear", "建成年份（选填）", { inputMode: "numeric", maxLength: 4 })}
        {text("openedOn", "开办日期（新办学校填写）", { type: "date" })}
        <div className="space-y-1 self-end pb-2">{check("boarding", "寄宿制学校")}{check("counted", "计校数（校区、不计校数的教学点不勾）")}</div>
      </div>
      <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="primary" disabled={busy}>{given ? "保存修改" : "列入名录"}</Button><Said result={result} /></div>
    </form>
  );
}
