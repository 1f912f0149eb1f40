import type { Metadata } from "next";
import { NominationDetail } from "@/components/nominations/nomination-detail";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadNomination } from "@/lib/nominations/load-nomination";

export const metadata: Metadata = { title: "先行创建推荐表" };

export default async function NominationPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("nomination.read");
    const { code, id } = await params;
    return { actor: reader, view: await loadNomination(reader, code, id) };
  });
  return <PlacePage actor={actor} place={{ ...view.place, years: [] }} year={null} page="nominations"><NominationDetail view={view} /></PlacePage>;
}
