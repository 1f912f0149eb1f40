import type { Metadata } from "next";
import { GroupsPanel } from "@/components/school-groups/groups-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { groupFilters } from "@/lib/school-groups/filters";
import { loadGroups } from "@/lib/school-groups/load-groups";

export const metadata: Metadata = { title: "学校共同体" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GroupsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("group.read");
    return { actor: reader, view: await loadGroups(reader, (await params).code, await yearParam(searchParams), groupFilters(await searchParams)) };
  });
  return (
    <CountyFrame actor={actor} place={view.place} year={view.year} page="groups">
      <GroupsPanel view={view} />
    </CountyFrame>
  );
}
