import type { Metadata } from "next";
import { DirectiveDetail } from "@/components/directives/directive-detail";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadDirective } from "@/lib/directives/load-directives";

export const metadata: Metadata = { title: "督办约谈" };

export default async function DirectivePage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("directive.read");
    const { code, id } = await params;
    return { actor: reader, view: await loadDirective(reader, code, id) };
  });
  return <LedgerFrame actor={actor} place={view.place} page="directives"><DirectiveDetail view={view} /></LedgerFrame>;
}
