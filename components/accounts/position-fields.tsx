"use client";

import { TextField } from "@/components/ui/text-field";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { PositionOptions } from "@/lib/accounts/load-accounts";
import { levelOfPlace, type OfficeKey } from "@/lib/accounts/rules";
import { SchoolPicker } from "./school-picker";

export type PositionDraft = { office: OfficeKey | undefined; place: string; unitName: string; schoolIds: string[] };

const officesOf = ({ choices }: PositionOptions) => [...new Set(choices.map(({ office }) => office))];
const levelsOf = ({ choices }: PositionOptions, office: OfficeKey | undefined) => choices.filter((choice) => choice.office === office).map(({ level }) => level);

export const blankPosition = (options: PositionOptions): PositionDraft => ({ office: officesOf(options)[0], place: "", unitName: "", schoolIds: [] });

/** The only place at which the office can be, where there is no choice. */
function fixedPlace(options: PositionOptions, office: OfficeKey | undefined): string | null {
  const levels = levelsOf(options, office);
  return levels.length === 1 && levels[0] === levelOfPlace(options.here) ? options.here : null;
}

/** What a draft means, as the action takes it. */
export function positionOf(options: PositionOptions, draft: PositionDraft) {
  const { office, place, unitName, schoolIds } = draft;
  return { office, place: fixedPlace(options, office) ?? place.trim(), unitName, schoolIds: office === "inspector" ? schoolIds : [] };
}

type Props = { id: string; options: PositionOptions; draft: PositionDraft; errors: Record<string, string>; onChange: (draft: PositionDraft) => void };

/** An office and where it is held: the office first, then the place, then what the office needs besides. */
export function PositionFields({ id, options, draft, errors, onChange }: Props) {
  const { office } = draft;
  const { schools, places, units } = options;
  const levels = levelsOf(options, office);
  const atSchool = levels.includes("school");
  const named = atSchool ? schools.map(({ code, name }) => ({ code, name })) : places.filter(({ level }) => levels.includes(level));
  const listed = atSchool ? schools.length > 0 : levels.every((level) => places.some((item) => item.level === level));
  const place = positionOf(options, draft).place;
  return (
    <>
      <div>
        <label htmlFor={`${id}-office`} className="mb-1 block text-sm font-medium">岗位</label>
        <select id={`${id}-office`} value={office} aria-describedby={errors.office ? `${id}-office-error` : undefined} className="w-full rounded-md border border-line bg-surface px-3 py-2"
          onChange={(event) => onChange({ ...draft, office: officesOf(options).find((item) => item === event.target.value), place: "" })}>
          {officesOf(options).map((item) => <option key={item} value={item}>{OFFICE_NAME[item]}</option>)}
        </select>
        {errors.office ? <p id={`${id}-office-error`} className="mt-1 text-sm text-fail">{errors.office}</p> : null}
      </div>
      {fixedPlace(options, office) ? null : (
        <TextField id={`${id}-place`} label={atSchool ? "学校标识码" : "行政区划代码"} list={`${id}-places`} required autoComplete="off" value={draft.place} onChange={(event) => onChange({ ...draft, place: event.target.value })} error={errors.place}
          help={named.find(({ code }) => code === place)?.name ?? (listed ? "输入名称或代码，从列表中选择。" : atSchool ? "请填写 10 位学校标识码。" : "省级可从列表中选择；市、县请填写 4 位或 6 位代码。")} />
      )}
      <datalist id={`${id}-places`}>{named.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</datalist>
      {office === "unit" || office === "section" ? (
        <>
          <TextField id={`${id}-unit`} label={office === "section" ? "科室名称" : "成员单位或乡镇名称"} list={`${id}-units`} required maxLength={40} autoComplete="off" value={draft.unitName} onChange={(event) => onChange({ ...draft, unitName: event.target.value })} error={errors.unitName} help="名单中没有的，一并登记。" />
          <datalist id={`${id}-units`}>{units.filter(({ kind }) => (kind === "section") === (office === "section")).map(({ name }) => <option key={name} value={name} />)}</datalist>
        </>
      ) : null}
      {office === "inspector" ? (
        <div className="sm:col-span-2">
          <SchoolPicker legend="责任督学联系的学校" schools={schools} chosen={draft.schoolIds} onChange={(schoolIds) => onChange({ ...draft, schoolIds })} />
          {errors.schoolIds ? <p className="mt-1 text-sm text-fail">{errors.schoolIds}</p> : null}
        </div>
      ) : null}
    </>
  );
}
