import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { CountyVisitsPanel } from "@/components/visits/county-visits";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { visitFilters } from "@/lib/visits/filters";
import { loadCountyVisits } from "@/lib/visits/load-county-visits";

export const metadata: Metadata = { title: "督导访校" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function VisitsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("visit.read");
    return { actor: reader, view: await loadCountyVisits(reader, (await params).code, await yearParam(searchParams), visitFilters(await searchParams)) };
  });
  return (
    <CountyFrame actor={actor} place={view.place} year={view.year} page="visits">
      <CountyVisitsPanel view={view} />
    </CountyFrame>
  );
}
