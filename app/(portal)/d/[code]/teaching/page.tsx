import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { CountyTeachingPanel } from "@/components/teaching-cycle/county-panel";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadCountyTeaching } from "@/lib/teaching-cycle/load-county-teaching";

export const metadata: Metadata = { title: "教学质量监测" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TeachingPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("teacher-record.read");
    return { actor: reader, view: await loadCountyTeaching(reader, (await params).code, await yearParam(searchParams)) };
  });
  return (
    <CountyFrame actor={actor} place={view.place} year={view.year} page="teaching">
      <CountyTeachingPanel view={view} />
    </CountyFrame>
  );
}
