import type { Metadata } from "next";
import { SchoolPage } from "@/components/schools/school-page";
import { VisitDetail } from "@/components/visits/visit-detail";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadVisit } from "@/lib/visits/load-visit";

export const metadata: Metadata = { title: "访校记录" };

export default async function SchoolVisitPage({ params }: { params: Promise<{ id: string; visit: string }> }) {
  const { id, visit } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("visit.read");
    return { actor: reader, view: await loadVisit(reader, { schoolId: id }, visit) };
  });
  return (
    <SchoolPage actor={actor} school={view.school} year={view.filingYear} page="visits">
      <VisitDetail view={view} base={`/s/${id}/visits`} />
    </SchoolPage>
  );
}
