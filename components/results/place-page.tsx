import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { BasisSwitch } from "@/components/shell/basis-switch";
import { YearSwitch } from "@/components/shell/year-switch";
import type { Actor } from "@/lib/access/actor";
import { accountOf, placeNav } from "@/lib/access/navigation";
import type { Place } from "@/lib/divisions/get-place";

type Props = { actor: Actor; place: Place; year: number | null; page: string; /** Below the place, where it is not the page's own. */ path?: string; basis?: { basis: "approved" | "live"; mayLive: boolean }; children: ReactNode };

/** The frame of every page of the family /d/[code]/…: one grammar at all four levels. */
export function PlacePage({ actor, place, year, page, path = page, basis, children }: Props) {
  return (
    <PortalShell
      account={accountOf(actor)}
      current={page}
      nav={placeNav(actor, place, year)}
      crumbs={place.trail.map((step) => ({ label: step.name, href: step.open ? `/d/${step.code}/${page === "indicators" ? "indicators" : "overview"}` : null }))}
      tools={<>
        <YearSwitch path={`/d/${place.code}/${path}`} years={place.years} chosen={year} />
        {basis?.mayLive ? <BasisSwitch path={`/d/${place.code}/${page}?year=${year}`} chosen={basis.basis} /> : null}
      </>}
    >
      {children}
    </PortalShell>
  );
}
