import type { Metadata } from "next";
import { ExpertFrame } from "@/components/experts/expert-frame";
import { OwnVisitPanel } from "@/components/experts/own-visit-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadOwnVisit } from "@/lib/experts/load-own-visit";

export const metadata: Metadata = { title: "实地核查" };

export default async function OwnVisitPage({ params }: { params: Promise<{ visit: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const expert = await requireAct("expert.visit");
    return { actor: expert, view: await loadOwnVisit(expert, (await params).visit) };
  });
  return <ExpertFrame actor={actor} here={`${view.county}实地核查`}><OwnVisitPanel view={view} /></ExpertFrame>;
}
