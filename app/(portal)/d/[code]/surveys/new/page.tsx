import type { Metadata } from "next";
import { z } from "zod";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { SurveyForm } from "@/components/surveys/survey-form";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadSurveyDraft } from "@/lib/surveys/load-surveys";
import { shanghaiDay } from "@/lib/time";

export const metadata: Metadata = { title: "组织调查" };

const asked = z.object({ id: z.string().max(60).nullable().catch(null) });
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewSurveyPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { id } = asked.parse({ id: null, ...(await searchParams) });
  const { actor, place, survey, today, year } = await loadPage(async () => {
    const reader = await requireAct("survey.manage");
    return { actor: reader, ...(await loadSurveyDraft(reader, code, id)) };
  });
  const quotas = Object.fromEntries(Object.entries(survey?.quotas ?? {}).map(([group, wanted]) => [group, String(wanted)]));
  return (
    <LedgerFrame actor={actor} place={place} page="surveys">
      <section className="card px-5 py-4"><h1 className="text-lg font-semibold">{survey ? "修改调查" : "组织社会认可度调查"}</h1><p className="text-sm text-muted">对象包括学生、家长、教师、校长、人大代表、政协委员和其他群众；问卷按对象预设，匿名作答。</p></section>
      <Card title="调查设置"><SurveyForm code={code} id={survey?.id ?? ""} version={survey?.version ?? 0} given={{ year: String(survey?.year ?? year), title: survey?.title ?? `${place.name}义务教育社会认可度调查`, mode: survey?.mode ?? "sample", opensOn: survey?.opensOn ?? today, closesOn: survey?.closesOn ?? shanghaiDay(new Date(Date.parse(today) + 14 * 86_400_000)), quotas }} /></Card>
    </LedgerFrame>
  );
}
