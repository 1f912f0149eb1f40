"use client";

import { useState } from "react";
import type { SchoolOption } from "@/lib/accounts/load-accounts";

type Props = { legend: string; schools: SchoolOption[]; chosen: string[]; onChange: (ids: string[]) => void };

const held = ({ filler, principal }: SchoolOption) => (filler && principal ? "已有账号" : filler ? "缺校长" : principal ? "缺填报人" : "");

/** Tick schools of a county; a word narrows the list, and 全选 means what is shown. */
export function SchoolPicker({ legend, schools, chosen, onChange }: Props) {
  const [word, setWord] = useState("");
  const shown = schools.filter(({ name, code }) => name.includes(word.trim()) || code.startsWith(word.trim()));
  const set = new Set(chosen);
  const shownIds = shown.map(({ id }) => id);
  const toggle = (id: string) => onChange(set.has(id) ? chosen.filter((item) => item !== id) : [...chosen, id]);
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{legend}（已选 {chosen.length} 所，共 {schools.length} 所）</legend>
      <div className="mb-2 flex flex-wrap items-center gap-3 text-sm">
        <input aria-label="按校名或学校标识码筛选" placeholder="校名或学校标识码" value={word} onChange={(event) => setWord(event.target.value)} className="rounded-md border border-line bg-surface px-2.5 py-1.5" />
        <button type="button" className="link" onClick={() => onChange([...new Set([...chosen, ...shownIds])])}>全选</button>
        <button type="button" className="link" onClick={() => onChange(chosen.filter((id) => !shownIds.includes(id)))}>全不选</button>
      </div>
      <ul className="grid max-h-64 gap-x-6 overflow-auto rounded-md border border-line p-3 text-sm sm:grid-cols-2 xl:grid-cols-3">
        {shown.map((school) => (
          <li key={school.id}>
            <label className="flex min-h-8 items-center gap-2">
              <input type="checkbox" checked={set.has(school.id)} onChange={() => toggle(school.id)} />
              <span>{school.name} <span className="text-muted">{held(school)}</span></span>
            </label>
          </li>
        ))}
        {shown.length === 0 ? <li className="text-muted">没有符合的学校。</li> : null}
      </ul>
    </fieldset>
  );
}
