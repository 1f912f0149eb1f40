import type { Metadata } from "next";
import { CountyBooklet } from "@/components/ledger/county-booklet";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadBooklet } from "@/lib/ledger/load-booklet";

export const metadata: Metadata = { title: "整改台账册" };

export default async function BookletPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    return { actor: reader, view: await loadBooklet(reader, code) };
  });
  return <LedgerFrame actor={actor} place={view.place} page="ledger"><CountyBooklet view={view} /></LedgerFrame>;
}
