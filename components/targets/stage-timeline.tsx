import { StatusTag } from "@/components/ui/status-tag";
import type { MilestoneView, StageView } from "@/lib/targets/load-targets";
import { MilestoneForm } from "./milestone-form";
import { StageForm } from "./stage-form";

const DAY = 86_400_000;
const tagOf = (step: MilestoneView) => (step.doneOn ? ({ tone: "pass", text: `${step.doneOn} 完成` } as const) : step.late ? ({ tone: "fail", text: "逾期" } as const) : ({ tone: "pending", text: "未完成" } as const));

/** The stages on one line of time with their milestones and today, then each stage in words. */
export function StageTimeline({ code, stages, today, manages }: { code: string; stages: StageView[]; today: string; manages: boolean }) {
  const start = Math.min(...stages.map((stage) => Date.parse(stage.startsOn)));
  const end = Math.max(...stages.map((stage) => Date.parse(stage.endsOn))) + DAY;
  const at = (day: string, after = 0) => Math.max(0, Math.min(100, (100 * (Date.parse(day) + after - start)) / (end - start)));
  const mark = at(today);
  return (
    <div className="space-y-4">
      <div aria-hidden className="relative h-16">
        {stages.map((stage, index) => (
          <span key={stage.id} className={`absolute top-0 h-7 overflow-hidden rounded px-1 text-xs leading-7 whitespace-nowrap ${index % 2 === 0 ? "bg-brand text-white" : "bg-brand-soft text-brand"}`} style={{ left: `${at(stage.startsOn)}%`, width: `calc(${at(stage.endsOn, DAY) - at(stage.startsOn)}% - 2px)` }}>{stage.name}</span>
        ))}
        {stages.flatMap((stage) => stage.milestones).map((step) => (
          <span key={step.id} className={`absolute top-8 size-2.5 -translate-x-1/2 rotate-45 ${step.doneOn ? "bg-pass" : step.late ? "bg-fail" : "bg-warn"}`} style={{ left: `${at(step.dueOn)}%` }} title={step.title} />
        ))}
        {mark > 0 && mark < 100 ? <span className="absolute top-0 h-12 w-0.5 bg-fail" style={{ left: `${mark}%` }} /> : null}
        <span className="absolute bottom-0 left-0 text-xs text-muted">{new Date(start).getUTCFullYear()} 年</span>
        <span className="absolute right-0 bottom-0 text-xs text-muted">{new Date(end - DAY).getUTCFullYear()} 年</span>
      </div>
      <p className="text-xs text-muted">菱形为节点：绿色已完成，红色逾期，橙色未完成；竖线为今天。</p>
      <ol className="space-y-4">
        {stages.map((stage) => (
          <li key={stage.id} className="border-l-2 border-line pl-4">
            <h3 className="flex flex-wrap items-center gap-2 font-semibold">{stage.name}<span className="text-sm font-normal text-muted tabular-nums">{stage.startsOn} 至 {stage.endsOn}</span>{stage.startsOn <= today && today <= stage.endsOn ? <StatusTag tone="pending">当前阶段</StatusTag> : null}</h3>
            {stage.note ? <p className="text-sm text-muted">{stage.note}</p> : null}
            <ul className="mt-1 space-y-1.5 text-sm">
              {stage.milestones.map((step) => (
                <li key={step.id}>
                  <span className="flex flex-wrap items-center gap-2"><StatusTag tone={tagOf(step).tone}>{tagOf(step).text}</StatusTag><span>{step.title}</span><span className="text-muted tabular-nums">{step.dueOn} 前</span></span>
                  {manages ? <MilestoneForm key={step.version} divisionCode={code} stageId={stage.id} milestone={step} /> : null}
                </li>
              ))}
            </ul>
            {manages ? <div className="mt-2 space-y-1"><MilestoneForm key={stage.milestones.length} divisionCode={code} stageId={stage.id} milestone={null} /><StageForm key={`s${stage.version}`} divisionCode={code} stage={stage} /></div> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
