import type { Metadata } from "next";
import { BriefSheet } from "@/components/brief/brief-sheet";
import { PlacePage } from "@/components/results/place-page";
import { Empty } from "@/components/ui/empty";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadBrief } from "@/lib/brief/load-brief";

export const metadata: Metadata = { title: "一页纸要情" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BriefPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadBrief(reader, (await params).code, await yearParam(searchParams)) };
  });
  const { year, sheet } = view;
  return (
    <PlacePage actor={actor} place={view.place} year={year} page="brief">
      {year !== null && sheet ? <BriefSheet view={{ ...view, year, sheet }} /> : <Empty page title="还没有开始填报">有了审定数据后，这里生成一页纸要情。</Empty>}
    </PlacePage>
  );
}
