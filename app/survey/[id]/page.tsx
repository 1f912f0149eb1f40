import type { Metadata } from "next";
import { AnswerForm } from "@/components/surveys/answer-form";
import { getPublicSurvey } from "@/lib/surveys/answer-survey";
import { shanghaiDay } from "@/lib/time";

export const metadata: Metadata = { title: "社会认可度调查", robots: { index: false } };

/** The questionnaire as anybody opens it: nothing of a session is read. */
export default async function SurveyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const survey = id.length > 60 ? null : await getPublicSurvey(id);
  const today = shanghaiDay(new Date());
  const open = survey !== null && survey.state === "open" && survey.opensOn <= today && today <= survey.closesOn;
  return (
    <main className="mx-auto w-full max-w-3xl space-y-4 px-4 py-6">
      <header><h1 className="text-xl font-semibold">{survey?.title ?? "社会认可度调查"}</h1>{survey ? <p className="text-sm text-muted">{survey.place} · 义务教育优质均衡 · {survey.opensOn} 至 {survey.closesOn}</p> : null}</header>
      {open ? <AnswerForm id={id} sample={survey.mode === "sample"} /> : <p role="status">{survey === null ? "没有找到这项调查，请检查链接或二维码。" : survey.state === "closed" || today > survey.closesOn ? "调查已经结束，谢谢您的关注。" : "调查还没有开始，请在开放时间内作答。"}</p>}
    </main>
  );
}
