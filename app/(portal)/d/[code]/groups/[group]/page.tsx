import type { Metadata } from "next";
import { GroupPanel } from "@/components/school-groups/group-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { groupFilters } from "@/lib/school-groups/filters";
import { loadGroup } from "@/lib/school-groups/load-groups";

export const metadata: Metadata = { title: "学校共同体" };

type Props = { params: Promise<{ code: string; group: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GroupPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("group.read");
    const { code, group } = await params;
    return { actor: reader, view: await loadGroup(reader, code, group, await yearParam(searchParams), groupFilters(await searchParams)) };
  });
  return (
    <CountyFrame actor={actor} place={view.place} year={view.year} page="groups">
      <GroupPanel view={view} />
    </CountyFrame>
  );
}
