import type { Metadata } from "next";
import { EntryDetail } from "@/components/ledger/entry-detail";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { RequestList } from "@/components/requests/request-list";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadEntry } from "@/lib/ledger/load-entry";
import { loadEntryRequests } from "@/lib/requests/load-requests";

export const metadata: Metadata = { title: "整改问题" };

export default async function EntryPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params;
  const { actor, view, place, requests } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    const found = await loadEntry(reader, { code }, id);
    if (!found.place) throw notFoundError();
    return { actor: reader, view: found, place: found.place, requests: await loadEntryRequests(reader, id) };
  });
  return (
    <LedgerFrame actor={actor} place={place} page="ledger">
      <EntryDetail view={view} base={`/d/${code}/ledger`} askHref={`/d/${code}/requests/new?entry=${id}`}>
        {requests.length > 0 ? <Card title="提请上级解决"><RequestList requests={requests} /></Card> : null}
      </EntryDetail>
    </LedgerFrame>
  );
}
