import type { Metadata } from "next";
import { InspectorPage } from "@/components/visits/inspector-page";
import { MyVisitsPanel } from "@/components/visits/my-visits";
import { CalendarYears } from "@/components/visits/calendar-years";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadMyVisits } from "@/lib/visits/load-my-visits";

export const metadata: Metadata = { title: "访校" };

export default async function MyVisitsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("visit.write");
    if (reader.office.office !== "inspector") throw notFoundError();
    return { actor: reader, view: await loadMyVisits(reader, await yearParam(searchParams)) };
  });
  return (
    <InspectorPage actor={actor} page="visits" title="访校" tools={<CalendarYears path="/s/visits" years={view.years} chosen={view.year} />}>
      <MyVisitsPanel view={view} />
    </InspectorPage>
  );
}
