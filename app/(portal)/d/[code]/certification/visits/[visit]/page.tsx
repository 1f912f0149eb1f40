import type { Metadata } from "next";
import { SiteVisitPanel } from "@/components/certification/site-visit-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadSiteVisit } from "@/lib/certification/load-visit";

export const metadata: Metadata = { title: "实地核查" };

export default async function SiteVisitPage({ params }: { params: Promise<{ code: string; visit: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("certification.read");
    const { code, visit } = await params;
    return { actor: reader, view: await loadSiteVisit(reader, code, visit) };
  });
  return <CountyFrame actor={actor} place={{ ...view.place, years: [] }} year={null} page="certification"><SiteVisitPanel view={view} /></CountyFrame>;
}
