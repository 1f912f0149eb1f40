import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { InspectionPanel } from "@/components/visits/inspection-panel";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadInspection } from "@/lib/visits/load-inspection";

export const metadata: Metadata = { title: "对照备案清单督查" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InspectionPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("visit.read");
    return { actor: reader, view: await loadInspection(reader, (await params).code, await yearParam(searchParams)) };
  });
  return (
    <CountyFrame actor={actor} place={view.place} year={view.year} page="visits">
      <InspectionPanel view={view} />
    </CountyFrame>
  );
}
