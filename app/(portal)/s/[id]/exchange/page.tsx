import type { Metadata } from "next";
import { SchoolPage } from "@/components/schools/school-page";
import { YearSwitch } from "@/components/shell/year-switch";
import { SchoolExchangePanel } from "@/components/exchange-years/school-panel";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadSchool } from "@/lib/schools/load-school";
import { loadSchoolExchange } from "@/lib/exchange-years/load-school-exchange";
import { shanghaiDay } from "@/lib/time";

export const metadata: Metadata = { title: "交流轮岗" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolExchangePage({ params, searchParams }: Props) {
  const { actor, view, years } = await loadPage(async () => {
    const reader = await requireAct("teacher-record.read");
    const { id } = await params;
    const asked = await yearParam(searchParams);
    const found = await loadSchool(reader, id, asked);
    const year = asked ?? found.years[0]?.year ?? Number(shanghaiDay(new Date()).slice(0, 4));
    return { actor: reader, years: found.years, view: await loadSchoolExchange(reader, id, year) };
  });
  return (
    <SchoolPage actor={actor} school={view.school} year={view.year} page="exchange" tools={<YearSwitch path={`/s/${view.school.id}/exchange`} years={years} chosen={view.year} />}>
      <SchoolExchangePanel view={view} />
    </SchoolPage>
  );
}
