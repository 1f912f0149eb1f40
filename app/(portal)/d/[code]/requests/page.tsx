import type { Metadata } from "next";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { RequestsPanel } from "@/components/requests/requests-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadRequests } from "@/lib/requests/load-requests";

export const metadata: Metadata = { title: "困难问题" };

export default async function RequestsPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    return { actor: reader, view: await loadRequests(reader, code) };
  });
  return (
    <LedgerFrame actor={actor} place={view.place} page="requests">
      <RequestsPanel name={view.place.name} asked={view.asked} received={view.received} askHref={view.mayAsk ? `/d/${code}/requests/new` : null} />
    </LedgerFrame>
  );
}
