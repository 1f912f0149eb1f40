import type { Metadata } from "next";
import { LibraryPanel } from "@/components/experiences/library-panel";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadExperiences } from "@/lib/experiences/load-experiences";
import { experienceFilters } from "@/lib/experiences/schema";

export const metadata: Metadata = { title: "典型经验" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExperiencesPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("experience.read");
    return { actor: reader, view: await loadExperiences(reader, (await params).code, experienceFilters(await searchParams)) };
  });
  return <PlacePage actor={actor} place={{ ...view.place, years: [] }} year={null} page="experiences"><LibraryPanel view={view} /></PlacePage>;
}
