import type { Metadata } from "next";
import { IndicatorsPanel } from "@/components/results/indicators-panel";
import { PlacePage } from "@/components/results/place-page";
import { Empty } from "@/components/ui/empty";
import { loadPage } from "@/lib/access/load-page";
import { basisParam, yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadIndicators } from "@/lib/results/load-indicators";

export const metadata: Metadata = { title: "指标" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function IndicatorsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadIndicators(reader, (await params).code, await yearParam(searchParams), await basisParam(searchParams)) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="indicators" basis={view.kind === "county" ? view : undefined}>
      {view.kind === "empty" ? <Empty page title="还没有开始填报">县级教育行政部门开启年度填报后，这里显示各项指标。</Empty> : <IndicatorsPanel view={view} />}
    </PlacePage>
  );
}
