import type { Metadata } from "next";
import { InspectorPage } from "@/components/visits/inspector-page";
import { PlanPanel } from "@/components/visits/plan-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadPlanning } from "@/lib/visits/load-planning";

export const metadata: Metadata = { title: "计划访校" };

export default async function NewVisitPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { school } = await searchParams;
  const { actor, planning } = await loadPage(async () => {
    const reader = await requireAct("visit.write");
    if (reader.office.office !== "inspector") throw notFoundError();
    return { actor: reader, planning: await loadPlanning(reader) };
  });
  return (
    <InspectorPage actor={actor} page="visits" title="计划访校">
      <PlanPanel planning={planning} schoolId={typeof school === "string" ? school : ""} base="/s/visits" />
    </InspectorPage>
  );
}
