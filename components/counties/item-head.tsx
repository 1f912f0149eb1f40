import Link from "next/link";
import type { ReactNode } from "react";

/** Number, official title, requirement and source of an item, with its tags. */
export function ItemHead({ listed, trace, children }: { listed: { number: number; title: string; requirement: string; source: string }; /** Where the verdict on it came from; null for who may not open it. */ trace: string | null; children: ReactNode }) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0">
        <h3 className="font-semibold">{listed.number}. {listed.title}</h3>
        <p className="text-sm text-muted">{listed.requirement}（{listed.source}）{trace ? <Link className="link no-print ml-2 whitespace-nowrap" prefetch={false} href={trace} aria-label={`${listed.title}的来历`}>来历</Link> : null}</p>
      </div>
      <div className="flex items-center gap-2">{children}</div>
    </header>
  );
}
