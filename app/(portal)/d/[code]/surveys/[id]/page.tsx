import type { Metadata } from "next";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { SurveyDetail } from "@/components/surveys/survey-detail";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadSurvey } from "@/lib/surveys/load-surveys";

export const metadata: Metadata = { title: "社会认可度调查" };

export default async function SurveyPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    const { code, id } = await params;
    return { actor: reader, view: await loadSurvey(reader, code, id) };
  });
  return <LedgerFrame actor={actor} place={view.place} page="surveys"><SurveyDetail view={view} /></LedgerFrame>;
}
