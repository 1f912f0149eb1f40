import Link from "next/link";
import type { ReactNode } from "react";

/** A figure that leads to how it came about; it looks like the figure, with a dotted line below. */
export function TraceLink({ href, children }: { href: string; children: ReactNode }) {
  return <Link href={href} prefetch={false} title="查看这个数的来历" className="underline decoration-dotted decoration-1 underline-offset-4 hover:decoration-solid">{children}</Link>;
}
