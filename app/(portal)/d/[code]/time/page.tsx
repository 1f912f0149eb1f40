import type { Metadata } from "next";
import { PlacePage } from "@/components/results/place-page";
import { AreaTime } from "@/components/time/area-time";
import { CountyTime } from "@/components/time/county-time";
import { Empty } from "@/components/ui/empty";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadTime } from "@/lib/time-series/load-time";

export const metadata: Metadata = { title: "历年变化" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TimePage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadTime(reader, (await params).code, await yearParam(searchParams)) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="time">
      {view.kind === "county" ? <CountyTime view={view} /> : null}
      {view.kind === "area" ? <AreaTime view={view} /> : null}
      {view.kind === "empty" ? <Empty page title="还没有开始填报">有了审定的年度数据后，这里显示历年变化。</Empty> : null}
    </PlacePage>
  );
}
