import type { Metadata } from "next";
import { ChildTable } from "@/components/schools/child-table";
import { PlacePage } from "@/components/results/place-page";
import { SchoolsPanel } from "@/components/schools/schools-panel";
import { Empty } from "@/components/ui/empty";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadSchools } from "@/lib/results/load-schools";
import { schoolFilters } from "@/lib/results/school-filters";

export const metadata: Metadata = { title: "学校" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("schools.read");
    return { actor: reader, view: await loadSchools(reader, (await params).code, await yearParam(searchParams), schoolFilters(await searchParams)) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="schools">
      {view.kind === "county" ? <SchoolsPanel view={view} /> : null}
      {view.kind === "area" ? <ChildTable view={view} /> : null}
      {view.kind === "empty" ? <Empty page title="还没有开始填报">县级教育行政部门开启年度填报后，这里列出学校。</Empty> : null}
    </PlacePage>
  );
}
