import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { PlanPanel } from "@/components/visits/plan-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadPlaceOf } from "@/lib/visits/load-place-of";
import { loadPlanning } from "@/lib/visits/load-planning";

export const metadata: Metadata = { title: "列入进校活动" };

export default async function PlanVisitPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, place, filingYear, planning } = await loadPage(async () => {
    const reader = await requireAct("visit.write");
    if (reader.office.divisionCode !== code) throw notFoundError();
    const chosen = await loadPlanning(reader);
    return { actor: reader, planning: chosen, ...(await loadPlaceOf(reader, code, chosen.year)) };
  });
  return (
    <CountyFrame actor={actor} place={place} year={filingYear} page="visits">
      <PlanPanel planning={planning} schoolId="" base={`/d/${code}/visits`} />
    </CountyFrame>
  );
}
