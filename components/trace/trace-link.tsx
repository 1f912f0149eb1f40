import Link from "next/link";
import type { ReactNode } from "react";

const LOOK = "underline decoration-dotted decoration-1 underline-offset-4 hover:decoration-solid print:no-underline";
const HINT = "查看这个数的来历";

/** A figure that leads to how it came about; it looks like the figure, with a dotted line below. */
export function TraceLink({ href, children }: { href: string; children: ReactNode }) {
  return <Link href={href} prefetch={false} title={HINT} className={LOOK}>{children}</Link>;
}

/** The same without a script of its own, for tables with hundreds of figures; `aside`: beside a form whose entries are not saved yet. */
export function TraceAnchor({ href, aside, children }: { href: string; aside?: boolean; children: ReactNode }) {
  return <a href={href} target={aside ? "_blank" : undefined} title={aside ? `${HINT}（在新窗口打开）` : HINT} className={LOOK}>{children}</a>;
}
