"use client";

import { useActionState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import type { SurveyState } from "@/lib/surveys/rules";
import { closeSurvey, fillRecognition, openSurvey } from "@/lib/surveys/save-survey";

/** What the bureau does with a survey: begin, end, and write 表 VI from it. */
export function SurveyActs({ id, version, state }: { id: string; version: number; state: SurveyState }) {
  const [opened, open, opening] = useActionState(openSurvey, null);
  const [closed, close, closing] = useActionState(closeSurvey, null);
  const [filled, fill, filling] = useActionState(fillRecognition, null);
  const result = filled ?? closed ?? opened;
  return (
    <section className="card no-print space-y-2 px-5 py-4" aria-label="办理">
      <div className="flex flex-wrap items-center gap-3">
        {state === "draft" ? <Button look="primary" disabled={opening} onClick={() => open({ id, version })}>开始调查</Button> : null}
        {state === "open" ? <Button look="primary" disabled={closing} onClick={() => close({ id, version })}>结束调查</Button> : null}
        {state === "closed" ? <Button look="primary" disabled={filling} onClick={() => fill({ id, version })}>填入县级指标“社会认可度”</Button> : null}
        <span className="text-sm text-muted">{state === "draft" ? "开始后不能再修改问卷设置。" : state === "open" ? "结束后不再接收答卷，结果不再变化。" : "按全部有效问卷填入草稿，核对后再提交审核。"}</span>
      </div>
      <Said result={result} />
    </section>
  );
}
