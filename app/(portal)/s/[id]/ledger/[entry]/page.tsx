import type { Metadata } from "next";
import { EntryDetail } from "@/components/ledger/entry-detail";
import { RequestList } from "@/components/requests/request-list";
import { SchoolPage } from "@/components/schools/school-page";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadEntry } from "@/lib/ledger/load-entry";
import { loadEntryRequests } from "@/lib/requests/load-requests";
import { loadSchoolLedger } from "@/lib/ledger/load-school-ledger";

export const metadata: Metadata = { title: "整改问题" };

export default async function SchoolEntryPage({ params }: { params: Promise<{ id: string; entry: string }> }) {
  const { id, entry } = await params;
  const { actor, school, view, requests } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    const { school: found } = await loadSchoolLedger(reader, id);
    return { actor: reader, school: found, view: await loadEntry(reader, { schoolId: id }, entry), requests: await loadEntryRequests(reader, entry) };
  });
  return (
    <SchoolPage actor={actor} school={school} year={null} page="ledger">
      <EntryDetail view={view} base={`/s/${id}/ledger`} askHref={`/s/${id}/ledger/ask?entry=${entry}`}>
        {requests.length > 0 ? <Card title="提请上级解决"><RequestList requests={requests} /></Card> : null}
      </EntryDetail>
    </SchoolPage>
  );
}
