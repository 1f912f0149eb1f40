import type { Metadata } from "next";
import { SchoolOverview } from "@/components/overview/school-overview";
import { SchoolPage } from "@/components/schools/school-page";
import { YearSwitch } from "@/components/shell/year-switch";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadSchoolOverview } from "@/lib/results/load-school-overview";

export const metadata: Metadata = { title: "学校总览" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolOverviewPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("schools.read");
    return { actor: reader, view: await loadSchoolOverview(reader, (await params).id, await yearParam(searchParams)) };
  });
  return (
    <SchoolPage actor={actor} school={view.school} year={view.year} page="overview" tools={<YearSwitch path={`/s/${view.school.id}/overview`} years={view.years} chosen={view.year} />}>
      <SchoolOverview view={view} />
    </SchoolPage>
  );
}
