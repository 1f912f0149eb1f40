import type { Metadata } from "next";
import { BatchesPanel } from "@/components/certification/batches-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadBatches } from "@/lib/certification/load-batches";

export const metadata: Metadata = { title: "认定批次" };

export default async function BatchesPage({ params }: { params: Promise<{ code: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("certification.read");
    return { actor: reader, view: await loadBatches(reader, (await params).code) };
  });
  return <CountyFrame actor={actor} place={{ ...view.place, years: [] }} year={null} page="certification"><BatchesPanel view={view} /></CountyFrame>;
}
