import type { Metadata } from "next";
import { AreaOverview } from "@/components/overview/area-overview";
import { CountyOverview } from "@/components/overview/county-overview";
import { FirstSteps } from "@/components/overview/first-steps";
import { NationOverview } from "@/components/overview/nation-overview";
import { PlacePage } from "@/components/results/place-page";
import { Empty } from "@/components/ui/empty";
import { loadPage } from "@/lib/access/load-page";
import { basisParam, yearParam } from "@/lib/access/page-params";
import { can } from "@/lib/access/permissions";
import { requireAct } from "@/lib/access/session";
import { heatFilters } from "@/lib/results/heat";
import { loadOverview } from "@/lib/results/load-overview";

export const metadata: Metadata = { title: "总览" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverviewPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadOverview(reader, (await params).code, await yearParam(searchParams), await basisParam(searchParams)) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="overview" basis={view.kind === "county" ? view : undefined}>
      {view.kind === "county" ? <CountyOverview view={view} /> : null}
      {view.kind === "province" || view.kind === "city" ? <AreaOverview view={view} filters={heatFilters(await searchParams)} /> : null}
      {view.kind === "nation" ? <NationOverview view={view} /> : null}
      {view.kind === "empty" && view.place.level === "county" && can(actor, "roster.manage") ? <FirstSteps code={view.place.code} name={view.place.name} /> : null}
      {view.kind === "empty" && !(view.place.level === "county" && can(actor, "roster.manage")) ? <Empty page title="还没有开始填报">县级教育行政部门开启年度填报后，这里显示评估结果。</Empty> : null}
    </PlacePage>
  );
}
