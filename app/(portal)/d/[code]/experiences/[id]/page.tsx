import type { Metadata } from "next";
import { ExperienceDetail } from "@/components/experiences/experience-detail";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadExperience } from "@/lib/experiences/load-experiences";

export const metadata: Metadata = { title: "典型经验" };

export default async function ExperiencePage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("experience.read");
    const { code, id } = await params;
    return { actor: reader, view: await loadExperience(reader, code, id) };
  });
  return <PlacePage actor={actor} place={{ ...view.place, years: [] }} year={null} page="experiences"><ExperienceDetail view={view} /></PlacePage>;
}
