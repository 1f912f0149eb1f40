import clsx from "clsx";
import type { ReactNode } from "react";

/** A titled white sheet; the title is the finding. */
export function Card({ title, lead, aside, className, children }: { title: string; lead?: ReactNode; aside?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <section className={clsx("card min-w-0 px-5 py-4", className)}>
      <header className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div>
          <h2 className="font-semibold">{title}</h2>
          {lead ? <p className="text-sm text-muted">{lead}</p> : null}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
