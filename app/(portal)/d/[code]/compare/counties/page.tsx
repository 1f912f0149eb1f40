import type { Metadata } from "next";
import { ComparePeers } from "@/components/compare/compare-peers";
import { PlacePage } from "@/components/results/place-page";
import { Empty } from "@/components/ui/empty";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadPeers } from "@/lib/compare/load-peers";
import { selectionOf } from "@/lib/compare/selection";

export const metadata: Metadata = { title: "与已公布的县比较" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeersPage({ params, searchParams }: Props) {
  const asked = selectionOf(await searchParams);
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadPeers(reader, (await params).code, await yearParam(searchParams), asked) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="compare" path="compare/counties">
      {view.kind === "peers" ? <ComparePeers view={view} add={asked.add} /> : <Empty page title="还没有开始填报">有了审定数据后，可以在这里比较。</Empty>}
    </PlacePage>
  );
}
