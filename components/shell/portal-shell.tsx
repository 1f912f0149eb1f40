import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Account } from "@/lib/access/navigation";
import { SearchButton } from "@/components/search/search-button";
import { NoticeBell } from "@/components/notices/notice-bell";
import { AccountMenu } from "./account-menu";
import { NavList, type NavGroup } from "./nav-list";

export type Crumb = { href: string | null; label: string };

/** What stands beside each other at the foot of a phone; the rest lies under 更多. */
const ROOM = 5;
const FOOT = "flex min-h-12 flex-1 items-center justify-center px-2 text-sm whitespace-nowrap text-muted aria-[current]:font-semibold aria-[current]:text-brand";

/** Header, breadcrumb, navigation by subject and, on a phone, the same navigation at the foot. */
export function PortalShell(props: { account: Account; crumbs: Crumb[]; nav: NavGroup[]; current: string; tools?: ReactNode; children: ReactNode }) {
  const { account, crumbs, nav, current, tools, children } = props;
  const items = nav.flatMap((group) => group.items);
  const shown = items.length > ROOM ? items.slice(0, ROOM - 1) : items;
  return (
    <div className="min-h-dvh">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2">跳到正文</a>
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[1440px] flex-wrap items-center gap-x-5 gap-y-2 px-4 py-2.5 lg:px-6">
          <Link href="/" className="flex items-center gap-2 font-semibold text-brand">
            <span aria-hidden className="grid size-7 place-items-center rounded bg-brand text-sm text-white">均</span>优均<span className="-ml-2 max-sm:hidden">创建平台</span>
          </Link>
          <nav aria-label="所在位置" className="order-3 w-full text-sm lg:order-none lg:w-auto">
            <ol className="flex flex-wrap items-center gap-x-1.5">
              {crumbs.map((crumb, index) => (
                <li key={crumb.label} className="flex items-center gap-1.5">
                  {index > 0 ? <span aria-hidden className="text-muted">/</span> : null}
                  {crumb.href && index < crumbs.length - 1 ? <Link className="text-brand hover:underline" href={crumb.href} prefetch={false}>{crumb.label}</Link>
                    : <span className={index === crumbs.length - 1 ? "font-semibold" : "text-muted"} aria-current={index === crumbs.length - 1 ? "page" : undefined}>{crumb.label}</span>}
                </li>
              ))}
            </ol>
          </nav>
          {tools ? <div className="order-4 flex w-full flex-wrap items-center gap-x-3 gap-y-2 lg:order-none lg:ml-auto lg:w-auto">{tools}</div> : null}
          <div className={clsx("ml-auto flex items-center gap-2 sm:gap-3", tools && "lg:ml-0")}>
            <NoticeBell />
            <SearchButton />
            <AccountMenu account={account} />
          </div>
        </div>
      </header>
      <div className="mx-auto flex max-w-[1440px] pb-20 lg:pb-0">
        <aside className="no-print hidden w-48 shrink-0 py-5 pl-4 lg:block"><NavList groups={nav} current={current} /></aside>
        <main id="content" className="min-w-0 flex-1 space-y-4 px-4 py-5 lg:px-6">{children}</main>
      </div>
      <nav aria-label="主要栏目" className="no-print fixed inset-x-0 bottom-0 z-40 flex border-t border-line bg-surface lg:hidden">
        {shown.map((item) => (
          <Link key={item.href} href={item.href} prefetch={false} aria-current={item.key === current ? "page" : undefined} className={FOOT}>{item.label}</Link>
        ))}
        {items.length > shown.length ? (
          <details key={current} className="flex flex-1">
            <summary className={clsx(FOOT, "w-full cursor-pointer list-none", shown.every(({ key }) => key !== current) && "font-semibold text-brand")}>更多</summary>
            <div className="fixed inset-x-0 bottom-12 max-h-[70dvh] overflow-auto border-t border-line bg-surface p-4 shadow-lg"><NavList groups={nav} current={current} /></div>
          </details>
        ) : null}
      </nav>
    </div>
  );
}
