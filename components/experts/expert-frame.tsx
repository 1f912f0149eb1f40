import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import type { Actor } from "@/lib/access/actor";
import { accountOf, expertNav } from "@/lib/access/navigation";

/** The frame of an expert's pages, who opens nothing else. */
export function ExpertFrame({ actor, here, children }: { actor: Actor; here?: string; children: ReactNode }) {
  return <PortalShell account={accountOf(actor)} current="visits" nav={expertNav(actor)} crumbs={[{ href: "/visits", label: "我的核查" }, ...(here ? [{ href: null, label: here }] : [])]}>{children}</PortalShell>;
}
