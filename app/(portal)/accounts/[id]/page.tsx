import type { Metadata } from "next";
import { AccountDetail } from "@/components/accounts/account-detail";
import { AccountsFrame } from "@/components/accounts/accounts-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadAccount } from "@/lib/accounts/load-account";

export const metadata: Metadata = { title: "账号" };

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("account.manage");
    return { actor: reader, view: await loadAccount(reader, (await params).id) };
  });
  return <AccountsFrame actor={actor} place={view.place} account={view.account.username}><AccountDetail view={view} /></AccountsFrame>;
}
