import Link from "next/link";

const TABS = [["", "本县学校"], ["/counties", "已公布的县"]] as const;

/** The two comparisons of a county: its own schools, and the published figures of others. */
export function CompareTabs({ code, year, current }: { code: string; year: number; current: (typeof TABS)[number][0] }) {
  return (
    <nav aria-label="比较" className="no-print -mx-1 flex flex-wrap gap-1 border-b border-line text-sm">
      {TABS.map(([path, label]) => (
        <Link key={path} href={`/d/${code}/compare${path}?year=${year}`} prefetch={false} aria-current={path === current ? "page" : undefined}
          className="rounded-t-md px-3 py-2 hover:bg-brand-soft aria-[current]:border-b-2 aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand">{label}</Link>
      ))}
    </nav>
  );
}
