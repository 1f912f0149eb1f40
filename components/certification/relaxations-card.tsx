import { Card } from "@/components/ui/card";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { CaseView } from "@/lib/certification/load-case";
import type { Countdown } from "@/lib/certification/monitoring";
import { AddRelaxationForm, FollowForm } from "./relaxation-forms";

const TONE: Record<Countdown["state"], Tone> = { done: "pass", overdue: "fail", soon: "warn", running: "pending" };

/** Schools that met an item by a relaxation only: three years from recognition to the full standard, each with its countdown. */
export function RelaxationsCard({ view: { row, relaxations, follows } }: { view: CaseView }) {
  if (relaxations.length === 0 && !follows.add) return null;
  const open = relaxations.filter(({ confirmedOn }) => confirmedOn === null).length;
  return (
    <Card title={relaxations.length === 0 ? "放宽事项" : `放宽事项 ${relaxations.length} 项，${open} 项尚未达到完整标准`} lead="按放宽条件达标的，须在认定后三年内达到完整标准，由省级复查确认。">
      <ul className="space-y-3 text-sm">{relaxations.map((one) => (
        <li key={one.id} className="border-l-2 border-line pl-3">
          <p className="flex flex-wrap items-center gap-2"><span className="font-medium">{one.schoolName}：{one.subject}</span><StatusTag tone={TONE[one.countdown.state]}>{one.countdown.text}</StatusTag><span className="text-muted">期限 {one.dueOn}</span></p>
          <p>认定时：{one.text}</p>
          {one.now ? <p>{one.now.year}学年初：{one.now.met === true ? "按完整标准达标" : one.now.met === false ? "按完整标准未达标" : "尚无结论"}，{one.now.text}</p> : <p className="text-muted">这一项没有可以自动核对的填报数据，由省级核实。</p>}
          {one.plan ? <p className="whitespace-pre-line">建设计划：{one.plan}</p> : null}
          {one.confirmedOn ? <p>{one.confirmedOn} {one.confirmedBy}确认：{one.confirmedNote}</p> : null}
          {one.confirmedOn === null && follows.plan ? <FollowForm key={`plan-${one.version}`} id={one.id} version={one.version} act="plan" given={one.plan} school={one.schoolName} /> : null}
          {one.confirmedOn === null && follows.confirm ? <FollowForm key={`confirm-${one.version}`} id={one.id} version={one.version} act="confirm" given="" school={one.schoolName} /> : null}
        </li>
      ))}</ul>
      {follows.add ? <AddRelaxationForm key={relaxations.length} caseId={row.id} schools={follows.schools} /> : null}
    </Card>
  );
}
