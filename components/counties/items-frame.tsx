import type { ReactNode } from "react";
import { PlacePage } from "@/components/results/place-page";
import { PortalShell } from "@/components/shell/portal-shell";
import { YearSwitch } from "@/components/shell/year-switch";
import type { Actor } from "@/lib/access/actor";
import { accountOf } from "@/lib/access/navigation";
import type { Place } from "@/lib/divisions/get-place";

/** The frame of the page; people of a unit, who open no other page of the county, get one without the others. */
export function ItemsFrame({ actor, place, year, children }: { actor: Actor; place: Place; year: number | null; children: ReactNode }) {
  if (actor.office.office !== "unit") return <PlacePage actor={actor} place={place} year={year} page="items">{children}</PlacePage>;
  const path = `/d/${place.code}/items`;
  return (
    <PortalShell
      account={accountOf(actor)}
      current="items"
      nav={[{ title: place.name, items: [{ key: "items", href: year === null ? path : `${path}?year=${year}`, label: "县级指标" }] }]}
      crumbs={place.trail.map((step) => ({ label: step.name, href: null }))}
      tools={<YearSwitch path={path} years={place.years} chosen={year} />}
    >
      {children}
    </PortalShell>
  );
}
