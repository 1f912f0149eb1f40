import type { Metadata } from "next";
import { DirectivesPanel } from "@/components/directives/directives-panel";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadDirectives } from "@/lib/directives/load-directives";

export const metadata: Metadata = { title: "督办约谈" };

export default async function DirectivesPage({ params }: { params: Promise<{ code: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("directive.read");
    return { actor: reader, view: await loadDirectives(reader, (await params).code) };
  });
  return <LedgerFrame actor={actor} place={view.place} page="directives"><DirectivesPanel view={view} /></LedgerFrame>;
}
