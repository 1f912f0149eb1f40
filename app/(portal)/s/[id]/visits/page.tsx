import type { Metadata } from "next";
import { SchoolPage } from "@/components/schools/school-page";
import { SchoolVisitsPanel } from "@/components/visits/school-visits";
import { CalendarYears } from "@/components/visits/calendar-years";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadSchoolVisits } from "@/lib/visits/load-school-visits";

export const metadata: Metadata = { title: "进校活动" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolVisitsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("visit.read");
    return { actor: reader, view: await loadSchoolVisits(reader, (await params).id, await yearParam(searchParams)) };
  });
  return (
    <SchoolPage actor={actor} school={view.school} year={view.filingYear} page="visits" tools={<CalendarYears path={`/s/${view.school.id}/visits`} years={view.years} chosen={view.year} />}>
      <SchoolVisitsPanel view={view} />
    </SchoolPage>
  );
}
