import type { Metadata } from "next";
import { InterviewsPanel } from "@/components/interviews/interviews-panel";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadInterviews } from "@/lib/interviews/load-interviews";

export const metadata: Metadata = { title: "座谈走访" };

export default async function InterviewsPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    return { actor: reader, view: await loadInterviews(reader, code) };
  });
  return <LedgerFrame actor={actor} place={view.place} page="interviews"><InterviewsPanel view={view} /></LedgerFrame>;
}
