import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import type { Actor } from "@/lib/access/actor";
import { accountOf, placeNav } from "@/lib/access/navigation";
import type { Place } from "@/lib/divisions/get-place";

/** The frame of /accounts and of one account; a system administrator reads no results, so only 管理 is offered. */
export function AccountsFrame({ actor, place, account, children }: { actor: Actor; place: Place; account?: string; children: ReactNode }) {
  const reads = actor.office.office !== "sysadmin";
  const nav = placeNav(actor, place, null).filter(({ title }) => reads || title === "管理");
  const crumbs = [{ label: place.name, href: reads ? `/d/${place.code}/overview` : null }, { label: "账号", href: "/accounts" }, ...(account ? [{ label: account, href: null }] : [])];
  return <PortalShell account={accountOf(actor)} current="accounts" nav={nav} crumbs={crumbs}>{children}</PortalShell>;
}
