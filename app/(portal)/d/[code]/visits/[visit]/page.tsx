import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { VisitDetail } from "@/components/visits/visit-detail";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadPlaceOf } from "@/lib/visits/load-place-of";
import { loadVisit } from "@/lib/visits/load-visit";

export const metadata: Metadata = { title: "访校记录" };

export default async function VisitPage({ params }: { params: Promise<{ code: string; visit: string }> }) {
  const { code, visit } = await params;
  const { actor, view, place, filingYear } = await loadPage(async () => {
    const reader = await requireAct("visit.read");
    const found = await loadVisit(reader, { code }, visit);
    return { actor: reader, view: found, ...(await loadPlaceOf(reader, code, found.visit.year)) };
  });
  return (
    <CountyFrame actor={actor} place={place} year={filingYear} page="visits">
      <VisitDetail view={view} base={`/d/${code}/visits`} />
    </CountyFrame>
  );
}
