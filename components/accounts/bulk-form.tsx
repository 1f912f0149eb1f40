"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { createSchoolAccounts } from "@/lib/accounts/create-school-accounts";
import type { SchoolOption } from "@/lib/accounts/load-accounts";
import { SchoolPicker } from "./school-picker";
import { useSlipDesk } from "./slip-desk";

const PEOPLE = [
  { key: "two", label: "填报人、校长各一个账号" },
  { key: "one", label: "一人兼填报人和校长，一个账号" },
] as const;
type People = (typeof PEOPLE)[number]["key"];

const lacking = (school: SchoolOption) => Number(!school.filler) + Number(!school.principal);

/** Accounts for many schools at once; schools that lack one are ticked beforehand. */
export function BulkForm({ schools }: { schools: SchoolOption[] }) {
  const show = useSlipDesk();
  const [chosen, setChosen] = useState(() => schools.filter((school) => lacking(school) > 0).map(({ id }) => id));
  const [people, setPeople] = useState<People>("two");
  const [note, setNote] = useState<{ ok: boolean; text: string } | null>(null);
  const [busy, start] = useTransition();
  const set = new Set(chosen);
  const count = schools.filter(({ id }) => set.has(id)).reduce((sum, school) => sum + (people === "one" ? Math.min(1, lacking(school)) : lacking(school)), 0);

  const send = () =>
    start(async () => {
      const result = await createSchoolAccounts(null, { schoolIds: chosen, people });
      setNote({ ok: result.ok, text: result.message ?? "" });
      if (!result.ok) return;
      setChosen([]);
      show(result.data);
    });

  return (
    <form className="space-y-4" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <SchoolPicker legend="选择学校" schools={schools} chosen={chosen} onChange={setChosen} />
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <legend className="sr-only">每所学校几个账号</legend>
        {PEOPLE.map(({ key, label }) => (
          <label key={key} className="flex min-h-8 items-center gap-2"><input type="radio" name="people" checked={people === key} onChange={() => setPeople(key)} />{label}</label>
        ))}
      </fieldset>
      <p className="text-sm text-muted">用户名按“school-学校标识码”“principal-学校标识码”生成；已有账号的岗位不会重复建立。</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={busy || count === 0}>{busy ? "正在建立，请稍候…" : count === 0 ? "没有要建立的账号" : `建立 ${count} 个账号`}</Button>
        <p role={note && !note.ok ? "alert" : "status"} className={note?.ok ? "text-sm text-pass" : "text-sm text-fail"}>{note?.text}</p>
      </div>
    </form>
  );
}
