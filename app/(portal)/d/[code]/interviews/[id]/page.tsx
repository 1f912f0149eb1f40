import type { Metadata } from "next";
import { InterviewDetail } from "@/components/interviews/interview-detail";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadInterview } from "@/lib/interviews/load-interviews";

export const metadata: Metadata = { title: "座谈走访" };

export default async function InterviewPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    return { actor: reader, view: await loadInterview(reader, code, id) };
  });
  return <LedgerFrame actor={actor} place={view.place} page="interviews"><InterviewDetail view={view} /></LedgerFrame>;
}
