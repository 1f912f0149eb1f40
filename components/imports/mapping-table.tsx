"use client";

import { stageLabel } from "@/lib/exchange/columns";
import type { StatisticsMapping } from "@/lib/exchange/statistics-mapping";
import { targetsOf, type TargetKey } from "@/lib/exchange/statistics-targets";
import type { InspectedStatistics } from "@/lib/filings/inspect-statistics";

const SELECT = "w-full min-w-0 rounded-md border border-line bg-surface px-2 py-1.5 text-sm";

type Sheet = InspectedStatistics["sheets"][number];

/** Which columns of one sheet feed what; a person confirms or corrects the suggestion. */
export function MappingTable({ sheet, mapping, disabled, onChange }: { sheet: Sheet; mapping: StatisticsMapping; disabled: boolean; onChange: (mapping: StatisticsMapping) => void }) {
  const now = mapping.sheets[sheet.stage] ?? {};
  const set = (key: TargetKey, paths: string[]) => onChange({ ...mapping, sheets: { ...mapping.sheets, [sheet.stage]: { ...now, [key]: paths } } });
  const title = stageLabel(sheet.stage);
  return (
    <fieldset disabled={disabled} className="rounded-md border border-line px-4 py-3">
      <legend className="px-1 font-medium">{title}表</legend>
      <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
        {targetsOf(sheet.stage).map(({ key, label, adds }) => {
          const chosen = now[key] ?? [];
          if (adds) return (
            <div key={key} role="group" aria-label={`${title}：${label}`}>
              <p className="text-sm font-medium">{label}</p>
              <ul className="mt-1 flex flex-wrap gap-1.5">
                {chosen.map((path) => <li key={path} className="rounded bg-brand-soft px-2 py-1 text-sm">{path}<button type="button" className="ml-1.5 text-muted hover:text-fail" aria-label={`去掉${path}`} onClick={() => set(key, chosen.filter((other) => other !== path))}>✕</button></li>)}
              </ul>
              <select aria-label={`${title}：${label}，再加一列`} className={`${SELECT} mt-1`} value="" onChange={(event) => set(key, [...chosen, event.target.value])}>
                <option value="">再加一列…</option>
                {sheet.columns.filter((path) => !chosen.includes(path)).map((path) => <option key={path} value={path}>{path}</option>)}
              </select>
            </div>
          );
          return (
            <label key={key} className="text-sm font-medium">{label}
              <select aria-label={`${title}：${label}`} className={`${SELECT} mt-1 font-normal`} value={chosen[0] ?? ""} onChange={(event) => set(key, event.target.value ? [event.target.value] : [])}>
                <option value="">（表中没有）</option>
                {sheet.columns.map((path) => <option key={path} value={path}>{path}</option>)}
              </select>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
