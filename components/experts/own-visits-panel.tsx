import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { OwnVisit, OwnVisits } from "@/lib/experts/load-own-visits";
import { PHASE_NAME, PHASE_TONE } from "@/lib/experts/rules";

const OPINION = { none: "专家意见还没有填写", draft: "专家意见有草稿，还没有提交", submitted: "专家意见已提交" } as const;

function sentenceOf(visits: readonly OwnVisit[]): string {
  const open = visits.filter((visit) => visit.open);
  const ahead = visits.filter(({ phase }) => phase === "ahead").length;
  if (open.length === 0) return ahead > 0 ? `现在没有进行中的核查，${ahead} 项还没有到日期。` : "现在没有进行中的核查。";
  const todo = open.filter(({ opinion }) => opinion !== "submitted").length;
  return `${open.length} 项核查正在进行${todo > 0 ? `，${todo} 项还没有提交专家意见` : "，专家意见都已提交"}。`;
}

/** An expert's own appointments; what is over is listed by name alone. */
export function OwnVisitsPanel({ view: { visits } }: { view: OwnVisits }) {
  if (visits.length === 0) return <Empty page title="还没有受聘的核查">督导机构聘请您参加实地核查后，会在这里列出。</Empty>;
  return (
    <>
      <Finding tone={visits.some(({ open, opinion }) => open && opinion !== "submitted") ? "warn" : "neutral"} sentence={sentenceOf(visits)} />
      <Card title={`受聘的核查 ${visits.length} 项`} lead="只在起止日期内可以进入。">
        <ul className="space-y-4 text-sm">{visits.map((visit) => (
          <li key={visit.id} className="border-l-2 border-line pl-3">
            <p className="flex flex-wrap items-center gap-2">{visit.open ? <Link className="link font-medium" href={`/visits/${visit.visitId}`} prefetch={false}>{visit.county}实地核查</Link> : <span className="font-medium">{visit.county}实地核查</span>}<StatusTag tone={PHASE_TONE[visit.phase]}>{PHASE_NAME[visit.phase]}</StatusTag></p>
            <p className="text-muted tabular-nums">{visit.fromOn} 至 {visit.untilOn}，{visit.body}</p>
            <p>{visit.task}{visit.open ? `；${OPINION[visit.opinion]}` : ""}</p>
          </li>
        ))}</ul>
      </Card>
    </>
  );
}
