import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import type { Actor } from "@/lib/access/actor";
import { accountOf, schoolNav } from "@/lib/access/navigation";
import type { School } from "@/lib/schools/get-school";

/** The frame of every page of the family /s/[id]/…; the way up is open to those who may go there. */
export function SchoolPage({ actor, school, year, page, tools, children }: { actor: Actor; school: School; year: number | null; page: string; tools?: ReactNode; children: ReactNode }) {
  const up = actor.office.level !== "school" && actor.office.office !== "inspector";
  return (
    <PortalShell account={accountOf(actor)} current={page} nav={schoolNav(actor, school, year)} tools={tools}
      crumbs={[{ label: school.divisionName, href: up ? `/d/${school.divisionCode}/schools${year ? `?year=${year}` : ""}` : null }, { label: school.name, href: null }]}>
      {children}
    </PortalShell>
  );
}
