import type { Metadata } from "next";
import { z } from "zod";
import { NominationsPanel } from "@/components/nominations/nominations-panel";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadNominations } from "@/lib/nominations/load-nominations";

export const metadata: Metadata = { title: "先行创建推荐" };

const asked = z.object({ batch: z.string().max(40).nullable().catch(null) });
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NominationsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("nomination.read");
    return { actor: reader, view: await loadNominations(reader, (await params).code, asked.parse({ batch: null, ...(await searchParams) }).batch) };
  });
  return <PlacePage actor={actor} place={{ ...view.place, years: [] }} year={null} page="nominations"><NominationsPanel view={view} /></PlacePage>;
}
