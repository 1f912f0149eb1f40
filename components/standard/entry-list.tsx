import type { ReactNode } from "react";
import { StatusTag } from "@/components/ui/status-tag";
import { RetireForm, type RetireAction } from "./retire-form";

export type ListedEntry = {
  id: string; version: number; title: string; place: string; basis: string; validFrom: string; validTo: string | null; retiredReason: string | null;
  /** What it comes to in the year shown. */
  state: { tone: "pass" | "neutral" | "warn"; word: string };
  own: boolean;
};

/** What places have decided, with document and days; the office that decided may end it. Ended ones stay readable. */
export function EntryList({ code, entries, retire, children }: { code: string; entries: ListedEntry[]; retire: RetireAction; children: ReactNode }) {
  if (entries.length === 0) return <p className="text-sm text-muted">{children}</p>;
  return (
    <ul className="divide-y divide-line text-sm">
      {entries.map((entry) => (
        <li key={entry.id} className="py-2.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1"><span className="font-medium">{entry.title}</span><StatusTag tone={entry.state.tone}>{entry.state.word}</StatusTag></p>
          <p className="text-muted">{entry.place} · 依据：{entry.basis} · {entry.validFrom} 起{entry.validTo ? `，至 ${entry.validTo}` : "，未定终止日期"}{entry.retiredReason ? ` · 停用原因：${entry.retiredReason}` : ""}</p>
          {entry.own && entry.retiredReason === null ? <RetireForm code={code} id={entry.id} version={entry.version} title={entry.title} retire={retire} /> : null}
        </li>
      ))}
    </ul>
  );
}
