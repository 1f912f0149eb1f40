import Link from "next/link";
import type { ReactNode } from "react";

const TABS = [{ key: "visits", path: "", label: "访校" }, { key: "tasks", path: "/tasks", label: "对照备案清单督查" }] as const;

/** The two parts of a county's inspection, and what may be done. */
export function VisitTabs({ code, year, current, children }: { code: string; year: number; current: (typeof TABS)[number]["key"]; children?: ReactNode }) {
  return (
    <nav aria-label="督导" className="no-print flex flex-wrap items-center gap-2 text-sm">
      {TABS.map((tab) => <Link key={tab.key} href={`/d/${code}/visits${tab.path}?year=${year}`} prefetch={false} aria-current={tab.key === current ? "page" : undefined} className="rounded-md border border-line bg-surface px-3 py-1.5 hover:bg-brand-soft aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand">{tab.label}</Link>)}
      <span className="ml-auto">{children}</span>
    </nav>
  );
}
