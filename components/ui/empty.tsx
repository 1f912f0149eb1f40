import type { ReactNode } from "react";

/** What to do next and who can do it, where there is nothing yet; `page`: nothing else stands on the page, so it carries its heading. */
export function Empty({ title, page = false, children }: { title: string; page?: boolean; children?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-line px-6 py-10 text-center">
      {page ? <h1 className="font-medium">{title}</h1> : <p className="font-medium">{title}</p>}
      {children ? <div className="mt-1 text-sm text-muted">{children}</div> : null}
    </div>
  );
}
