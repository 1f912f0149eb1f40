import Link from "next/link";

/** A choice that lives in the address. */
export function ChoiceBar({ label, options }: { label: string; options: { href: string; label: string; chosen: boolean }[] }) {
  return (
    <nav aria-label={label} className="no-print flex flex-wrap gap-1 text-sm">
      {options.map((option) => <Link key={option.href} href={option.href} prefetch={false} scroll={false} aria-current={option.chosen ? "true" : undefined} className="rounded-md border border-line bg-surface px-2.5 py-1 hover:bg-brand-soft aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand">{option.label}</Link>)}
    </nav>
  );
}
