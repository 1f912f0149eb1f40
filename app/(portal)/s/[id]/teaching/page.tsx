import type { Metadata } from "next";
import { SchoolPage } from "@/components/schools/school-page";
import { YearSwitch } from "@/components/shell/year-switch";
import { SchoolTeachingPanel } from "@/components/teaching-cycle/school-panel";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadSchool } from "@/lib/schools/load-school";
import { loadSchoolTeaching } from "@/lib/teaching-cycle/load-school-teaching";
import { shanghaiDay } from "@/lib/time";

export const metadata: Metadata = { title: "教学质量监测" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolTeachingPage({ params, searchParams }: Props) {
  const { actor, view, years } = await loadPage(async () => {
    const reader = await requireAct("teacher-record.read");
    const { id } = await params;
    const asked = await yearParam(searchParams);
    const found = await loadSchool(reader, id, asked);
    const year = asked ?? found.years[0]?.year ?? Number(shanghaiDay(new Date()).slice(0, 4));
    return { actor: reader, years: found.years, view: await loadSchoolTeaching(reader, id, year) };
  });
  return (
    <SchoolPage actor={actor} school={view.school} year={view.year} page="teaching" tools={<YearSwitch path={`/s/${view.school.id}/teaching`} years={years} chosen={view.year} />}>
      <SchoolTeachingPanel view={view} />
    </SchoolPage>
  );
}
