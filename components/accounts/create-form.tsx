"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { createAccount } from "@/lib/accounts/create-account";
import type { AccountsView } from "@/lib/accounts/load-accounts";
import { levelOfPlace, suggestUsername, USERNAME_HELP, type OfficeKey } from "@/lib/accounts/rules";
import { OFFICE_NAME } from "@/lib/access/offices";
import { SchoolPicker } from "./school-picker";
import { useSlipDesk } from "./slip-desk";

type Props = Pick<AccountsView, "choices" | "places" | "schools" | "units"> & { here: string };

const BLANK = { place: "", username: "", displayName: "", unitName: "" };

/** One account: the office, then where, then the name; the username follows until it is typed over. */
export function CreateForm({ choices, places, schools, units, here }: Props) {
  const show = useSlipDesk();
  const offices = [...new Set(choices.map(({ office }) => office))];
  const [office, setOffice] = useState<OfficeKey | undefined>(offices[0]);
  const [form, setForm] = useState(BLANK);
  const [inspected, setInspected] = useState<string[]>([]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [note, setNote] = useState<{ ok: boolean; text: string } | null>(null);
  const [busy, start] = useTransition();

  const levels = choices.filter((choice) => choice.office === office).map(({ level }) => level);
  const fixed = levels.length === 1 && levels[0] === "county" && levelOfPlace(here) === "county" ? here : levels.length === 1 && levels[0] === "nation" ? "cn" : null;
  const place = fixed ?? form.place.trim();
  const atSchool = levels.includes("school");
  const options = atSchool ? schools.map(({ code, name }) => ({ code, name })) : places.filter(({ level }) => levels.includes(level));
  const listed = atSchool ? schools.length > 0 : levels.every((level) => places.some((item) => item.level === level));
  const username = form.username || (office && levelOfPlace(place) ? suggestUsername(office, place) : "");
  const set = (key: keyof typeof BLANK) => (event: { target: { value: string } }) => setForm({ ...form, [key]: event.target.value });

  const send = () =>
    start(async () => {
      const result = await createAccount(null, { office, place, username, displayName: form.displayName, unitName: form.unitName, schoolIds: office === "inspector" ? inspected : [] });
      setErrors(result.ok ? {} : result.fields);
      setNote(result.ok ? { ok: true, text: result.message ?? "" } : { ok: false, text: result.message });
      if (!result.ok) return;
      setForm(BLANK);
      setInspected([]);
      show(result.data);
    });

  return (
    <form className="grid gap-4 sm:grid-cols-2" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div>
        <label htmlFor="new-office" className="mb-1 block text-sm font-medium">岗位</label>
        <select id="new-office" value={office} className="w-full rounded-md border border-line bg-surface px-3 py-2"
          onChange={(event) => { setOffice(offices.find((item) => item === event.target.value)); setForm({ ...form, place: "", username: "" }); setErrors({}); }}>
          {offices.map((item) => <option key={item} value={item}>{OFFICE_NAME[item]}</option>)}
        </select>
      </div>
      {fixed ? null : (
        <TextField id="new-place" label={atSchool ? "学校标识码" : "行政区划代码"} list="new-places" required autoComplete="off" value={form.place} onChange={set("place")} error={errors.place}
          help={options.find(({ code }) => code === place)?.name ?? (listed ? "输入名称或代码，从列表中选择。" : atSchool ? "请填写 10 位学校标识码。" : "省级可从列表中选择；市、县请填写 4 位或 6 位代码。")} />
      )}
      <datalist id="new-places">{options.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</datalist>
      {office === "unit" || office === "section" ? (
        <>
          <TextField id="new-unit" label={office === "section" ? "科室名称" : "成员单位或乡镇名称"} list="new-units" required maxLength={40} autoComplete="off" value={form.unitName} onChange={set("unitName")} error={errors.unitName} help="名单中没有的，建立账号时一并登记。" />
          <datalist id="new-units">{units.filter(({ kind }) => (kind === "section") === (office === "section")).map(({ name }) => <option key={name} value={name} />)}</datalist>
        </>
      ) : null}
      <TextField id="new-name" label="姓名或岗位名称" required maxLength={40} autoComplete="off" value={form.displayName} onChange={set("displayName")} error={errors.displayName} />
      <TextField id="new-username" label="用户名" required maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} value={username} onChange={set("username")} error={errors.username} help={USERNAME_HELP} />
      {office === "inspector" ? (
        <div className="sm:col-span-2">
          <SchoolPicker legend="责任督学联系的学校" schools={schools} chosen={inspected} onChange={setInspected} />
          {errors.schoolIds ? <p className="mt-1 text-sm text-fail">{errors.schoolIds}</p> : null}
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
        <Button type="submit" look="primary" disabled={busy}>{busy ? "正在建立…" : "建立账号"}</Button>
        <p role={note && !note.ok ? "alert" : "status"} className={note?.ok ? "text-sm text-pass" : "text-sm text-fail"}>{note?.text}</p>
      </div>
    </form>
  );
}
