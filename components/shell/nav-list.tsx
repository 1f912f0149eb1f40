import Link from "next/link";

export type NavItem = { key: string; href: string; label: string; count?: number };
export type NavGroup = { title: string; items: NavItem[] };

/** A list that is longer than a screen shows its first group and the one where the reader is; the others open at a touch. */
const SCREEN = 16;

export function NavList({ groups, current }: { groups: NavGroup[]; current: string }) {
  const all = groups.reduce((sum, group) => sum + group.items.length, 0) <= SCREEN;
  return (
    <nav aria-label="栏目" className="space-y-3">
      {groups.map((group, at) => (
        <details key={`${group.title}/${current}`} open={all || at === 0 || group.items.some((item) => item.key === current)} className="group">
          <summary className="flex cursor-pointer list-none items-center justify-between rounded-md px-3 py-1 text-xs text-muted hover:text-brand [&::-webkit-details-marker]:hidden">{group.title}<span aria-hidden className="transition-transform group-open:rotate-90">›</span></summary>
          <ul className="space-y-0.5">
            {group.items.map((item) => (
              <li key={item.key}>
                <Link href={item.href} prefetch={false} aria-current={item.key === current ? "page" : undefined}
                  className="flex items-center justify-between rounded-md px-3 py-1.5 hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">
                  {item.label}
                  {item.count ? <span className="rounded-full bg-fail px-1.5 text-xs text-white">{item.count}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
