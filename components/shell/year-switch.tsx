import Link from "next/link";

/** The years of a place; the one being filed says so. Nothing where there is no year to choose. */
export function YearSwitch({ path, years, chosen }: { path: string; years: { year: number; complete: boolean }[]; chosen: number | null }) {
  if (years.length === 0) return null;
  return (
    <nav aria-label="年度" className="flex overflow-hidden rounded-md border border-line text-sm">
      {[...years].reverse().map(({ year, complete }) => (
        <Link key={year} href={`${path}?year=${year}`} prefetch={false} aria-current={year === chosen ? "true" : undefined}
          className="border-l border-line px-2.5 py-1 first:border-l-0 hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">
          {year}{complete ? "学年初" : " 填报中"}
        </Link>
      ))}
    </nav>
  );
}
