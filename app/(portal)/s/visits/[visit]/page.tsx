import type { Metadata } from "next";
import { InspectorPage } from "@/components/visits/inspector-page";
import { VisitDetail } from "@/components/visits/visit-detail";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadVisit } from "@/lib/visits/load-visit";

export const metadata: Metadata = { title: "访校记录" };

export default async function MyVisitPage({ params }: { params: Promise<{ visit: string }> }) {
  const { visit } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("visit.read");
    if (reader.office.office !== "inspector") throw notFoundError();
    return { actor: reader, view: await loadVisit(reader, {}, visit) };
  });
  return (
    <InspectorPage actor={actor} page="visits" title={view.school.name}>
      <VisitDetail view={view} base="/s/visits" />
    </InspectorPage>
  );
}
