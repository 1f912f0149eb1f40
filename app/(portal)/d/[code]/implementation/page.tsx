import type { Metadata } from "next";
import { ImplementationPanel } from "@/components/implementation/implementation-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadImplementation } from "@/lib/implementation/load-plan";

export const metadata: Metadata = { title: "实施方案" };

export default async function ImplementationPage({ params }: { params: Promise<{ code: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("task.read");
    return { actor: reader, view: await loadImplementation(reader, (await params).code) };
  });
  return <CountyFrame actor={actor} place={view.place} year={null} page="implementation"><ImplementationPanel view={view} /></CountyFrame>;
}
