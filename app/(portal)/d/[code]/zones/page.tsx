import type { Metadata } from "next";
import { PlacePage } from "@/components/results/place-page";
import { ZonesPanel } from "@/components/zones/zones-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadZones } from "@/lib/zones/load-zones";

export const metadata: Metadata = { title: "功能区" };

export default async function ZonesPage({ params }: { params: Promise<{ code: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("zone.manage");
    return { actor: reader, view: await loadZones(reader, (await params).code) };
  });
  return <PlacePage actor={actor} place={{ ...view.place, years: [] }} year={null} page="zones"><ZonesPanel view={view} /></PlacePage>;
}
