import type { Metadata } from "next";
import { RequestsPanel } from "@/components/requests/requests-panel";
import { SchoolPage } from "@/components/schools/school-page";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadSchoolRequests } from "@/lib/requests/load-requests";

export const metadata: Metadata = { title: "困难问题" };

export default async function SchoolRequestsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    return { actor: reader, view: await loadSchoolRequests(reader, id) };
  });
  return (
    <SchoolPage actor={actor} school={view.school} year={null} page="requests">
      <RequestsPanel name={view.school.name} asked={view.asked} received={null} askHref={view.mayAsk ? `/s/${id}/ledger/ask` : null} />
    </SchoolPage>
  );
}
