import type { ReactNode } from "react";
import { PlacePage } from "@/components/results/place-page";
import type { Actor } from "@/lib/access/actor";
import { accountOf, unitNav } from "@/lib/access/navigation";
import type { Place } from "@/lib/divisions/get-place";
import { PortalShell } from "./portal-shell";
import { YearSwitch } from "./year-switch";

type Props = { actor: Actor; place: Place; year: number | null; page: string; children: ReactNode };

/** The frame of a county's working pages; people of a unit, who open no other page of the county, get one with theirs alone. */
export function CountyFrame({ actor, place, year, page, children }: Props) {
  if (actor.office.office !== "unit") return <PlacePage actor={actor} place={place} year={year} page={page}>{children}</PlacePage>;
  return (
    <PortalShell
      account={accountOf(actor)}
      current={page}
      nav={unitNav(place, year)}
      crumbs={place.trail.map((step) => ({ label: step.name, href: null }))}
      tools={<YearSwitch path={`/d/${place.code}/${page}`} years={place.years} chosen={year} />}
    >
      {children}
    </PortalShell>
  );
}
