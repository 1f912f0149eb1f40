import Link from "next/link";

/** Calendar years of visits; the filing years of other pages carry another meaning. */
export function CalendarYears({ path, years, chosen }: { path: string; years: number[]; chosen: number }) {
  return (
    <nav aria-label="年份" className="flex overflow-hidden rounded-md border border-line text-sm">
      {[...years].sort().map((year) => <Link key={year} href={`${path}?year=${year}`} prefetch={false} aria-current={year === chosen ? "true" : undefined} className="border-l border-line px-2.5 py-1 first:border-l-0 hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">{year} 年</Link>)}
    </nav>
  );
}
