import Link from "next/link";

export type NavItem = { key: string; href: string; label: string; count?: number };
export type NavGroup = { title: string; items: NavItem[] };

export function NavList({ groups, current }: { groups: NavGroup[]; current: string }) {
  return (
    <nav aria-label="栏目" className="space-y-5">
      {groups.map((group) => (
        <div key={group.title}>
          <p className="px-3 pb-1 text-xs text-muted">{group.title}</p>
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
        </div>
      ))}
    </nav>
  );
}
