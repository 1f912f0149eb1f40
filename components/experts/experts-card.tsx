import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import type { Candidate } from "@/lib/experts/list-candidates";
import type { ExpertLine } from "@/lib/experts/list-experts";
import { PHASE_NAME, PHASE_TONE } from "@/lib/experts/rules";
import { dateTimeText } from "@/lib/time";
import { AppointForm } from "./appoint-form";
import { AppointmentForm } from "./appointment-form";

type Props = { visitId: string; experts: ExpertLine[]; candidates: Candidate[]; writes: boolean; ends: boolean; today: string };

/** The experts of a visit: who, what for, from when to when, and what they say. */
export function ExpertsCard({ visitId, experts, candidates, writes, ends, today }: Props) {
  if (experts.length === 0 && !writes) return null;
  return (
    <Card title={`核查专家 ${experts.length} 人`} lead="按次聘请，只在起止日期内有效。">
      <ul className="space-y-4 text-sm">{experts.map((expert) => (
        <li key={expert.id} className="border-l-2 border-line pl-3">
          <p className="flex flex-wrap items-center gap-2"><span className="font-medium">{expert.name}</span><StatusTag tone={PHASE_TONE[expert.phase]}>{PHASE_NAME[expert.phase]}</StatusTag><span className="text-muted tabular-nums">{expert.fromOn} 至 {expert.untilOn}</span></p>
          <p>{expert.task}{expert.endedReason ? <span className="text-muted">；结束原因：{expert.endedReason}</span> : null}</p>
          {expert.opinion ? (
            <div className="mt-1 rounded-md bg-page px-3 py-2" role="group" aria-label={`${expert.name}的专家意见`}>
              <p className="whitespace-pre-line">{expert.opinion.text}</p>
              {expert.opinion.schools.map(({ name, text }) => <p key={name} className="whitespace-pre-line"><span className="font-medium">{name}：</span>{text}</p>)}
              <p className="text-xs text-muted">提交于 {dateTimeText(expert.opinion.at)}</p>
            </div>
          ) : null}
          {ends && expert.phase !== "ended" ? <details className="no-print mt-1"><summary className="link cursor-pointer">{writes ? "修改或结束聘请" : "结束聘请"}</summary><AppointmentForm key={expert.version} expert={expert} changes={writes} /></details> : null}
        </li>
      ))}</ul>
      {writes ? (
        <div className="no-print mt-4 border-t border-line/70 pt-4">
          {candidates.length > 0 ? <AppointForm visitId={visitId} candidates={candidates} today={today} /> : <p className="text-sm text-muted">还没有专家账号：请同级教育行政部门在“账号”中建立岗位为“专家”的账号，再在这里聘请。</p>}
        </div>
      ) : null}
    </Card>
  );
}
