import type { Metadata } from "next";
import { CompareCounties } from "@/components/compare/compare-counties";
import { CompareSchools } from "@/components/compare/compare-schools";
import { PlacePage } from "@/components/results/place-page";
import { Empty } from "@/components/ui/empty";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadCompare } from "@/lib/compare/load-compare";
import { selectionOf } from "@/lib/compare/selection";

export const metadata: Metadata = { title: "比较" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparePage({ params, searchParams }: Props) {
  const asked = selectionOf(await searchParams);
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadCompare(reader, (await params).code, await yearParam(searchParams), asked) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="compare">
      {view.kind === "schools" ? <CompareSchools view={view} add={asked.add} /> : null}
      {view.kind === "counties" ? <CompareCounties view={view} add={asked.add} /> : null}
      {view.kind === "empty" ? <Empty page title="还没有开始填报">有了审定数据后，可以在这里比较。</Empty> : null}
    </PlacePage>
  );
}
