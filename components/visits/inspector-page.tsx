import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import type { Actor } from "@/lib/access/actor";
import { accountOf, inspectorNav } from "@/lib/access/navigation";

/** The frame of a 责任督学's own pages. */
export function InspectorPage({ actor, page, title, tools, children }: { actor: Actor; page: string; title: string; tools?: ReactNode; children: ReactNode }) {
  return (
    <PortalShell account={accountOf(actor)} crumbs={[{ href: null, label: actor.office.divisionName }, { href: null, label: title }]} nav={inspectorNav(actor)} current={page} tools={tools}>
      {children}
    </PortalShell>
  );
}
