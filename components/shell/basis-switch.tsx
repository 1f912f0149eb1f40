import Link from "next/link";

const BASES = [
  { basis: "approved", label: "审定数据" },
  { basis: "live", label: "实时（未审定）" },
] as const;

/** 审定 or 实时: what is shown to the county itself. */
export function BasisSwitch({ path, chosen }: { path: string; chosen: "approved" | "live" }) {
  return (
    <nav aria-label="数据口径" className="flex overflow-hidden rounded-md border border-line text-sm">
      {BASES.map(({ basis, label }) => (
        <Link key={basis} href={basis === "live" ? `${path}&basis=live` : path} prefetch={false} aria-current={basis === chosen ? "true" : undefined}
          className="border-l border-line px-2.5 py-1 first:border-l-0 hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">{label}</Link>
      ))}
    </nav>
  );
}
