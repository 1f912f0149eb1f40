import type { Metadata } from "next";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { SurveyPanel } from "@/components/surveys/survey-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadSurveys } from "@/lib/surveys/load-surveys";

export const metadata: Metadata = { title: "社会认可度调查" };

export default async function SurveysPage({ params }: { params: Promise<{ code: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadSurveys(reader, (await params).code) };
  });
  return <LedgerFrame actor={actor} place={view.place} page="surveys"><SurveyPanel view={view} /></LedgerFrame>;
}
