import type { Metadata } from "next";
import { AccountsPanel } from "@/components/accounts/accounts-panel";
import { PortalShell } from "@/components/shell/portal-shell";
import { loadPage } from "@/lib/access/load-page";
import { accountOf, placeNav } from "@/lib/access/navigation";
import { requireAct } from "@/lib/access/session";
import { accountFilters } from "@/lib/accounts/list-filters";
import { loadAccounts } from "@/lib/accounts/load-accounts";

export const metadata: Metadata = { title: "账号" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountsPage({ searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("account.manage");
    return { actor: reader, view: await loadAccounts(reader, await accountFilters(searchParams)) };
  });
  const reads = actor.office.office !== "sysadmin";
  const nav = placeNav(actor, view.place, null).filter(({ title }) => reads || title === "管理");
  return (
    <PortalShell account={accountOf(actor)} current="accounts" nav={nav} crumbs={[{ label: view.place.name, href: reads ? `/d/${view.place.code}/overview` : null }, { label: "账号", href: null }]}>
      <AccountsPanel view={view} />
    </PortalShell>
  );
}
