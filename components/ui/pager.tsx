import Link from "next/link";

/** Moves through the pages of a table. */
export function Pager({ label, page, pages, href }: { label: string; page: number; pages: number; href: (page: number) => string }) {
  if (pages < 2) return null;
  return (
    <nav aria-label={label} className="no-print mt-3 flex items-center gap-3 text-sm">
      {page > 1 ? <Link href={href(page - 1)} scroll={false} prefetch={false} className="text-brand hover:underline">上一页</Link> : null}
      <span>第 {page} 页，共 {pages} 页</span>
      {page < pages ? <Link href={href(page + 1)} scroll={false} prefetch={false} className="text-brand hover:underline">下一页</Link> : null}
    </nav>
  );
}
