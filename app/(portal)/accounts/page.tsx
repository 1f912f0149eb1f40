import type { Metadata } from "next";
import { AccountsFrame } from "@/components/accounts/accounts-frame";
import { AccountsPanel } from "@/components/accounts/accounts-panel";
import { loadPage } from "@/lib/access/load-page";
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
  return <AccountsFrame actor={actor} place={view.place}><AccountsPanel view={view} /></AccountsFrame>;
}
