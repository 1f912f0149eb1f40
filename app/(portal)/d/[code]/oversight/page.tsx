import type { Metadata } from "next";
import { OversightPanel } from "@/components/oversight/oversight-panel";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadOversight } from "@/lib/oversight/load-oversight";

export const metadata: Metadata = { title: "访校、教研与交流" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OversightPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("visit.read");
    return { actor: reader, view: await loadOversight(reader, (await params).code, await yearParam(searchParams)) };
  });
  return <PlacePage actor={actor} place={view.place} year={view.year} page="oversight"><OversightPanel view={view} /></PlacePage>;
}
