import type { Metadata } from "next";
import { GuidancePanel } from "@/components/guidance/guidance-panel";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadGuidance } from "@/lib/guidance/load-guidance";

export const metadata: Metadata = { title: "指导意见" };

export default async function GuidancePage({ params }: { params: Promise<{ code: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadGuidance(reader, (await params).code) };
  });
  return <PlacePage actor={actor} place={view.place} year={null} page="guidance"><GuidancePanel view={view} /></PlacePage>;
}
