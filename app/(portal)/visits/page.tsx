import type { Metadata } from "next";
import { ExpertFrame } from "@/components/experts/expert-frame";
import { OwnVisitsPanel } from "@/components/experts/own-visits-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadOwnVisits } from "@/lib/experts/load-own-visits";

export const metadata: Metadata = { title: "我的核查" };

export default async function OwnVisitsPage() {
  const { actor, view } = await loadPage(async () => {
    const expert = await requireAct("expert.visit");
    return { actor: expert, view: await loadOwnVisits(expert) };
  });
  return <ExpertFrame actor={actor}><OwnVisitsPanel view={view} /></ExpertFrame>;
}
