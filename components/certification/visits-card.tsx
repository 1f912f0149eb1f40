import Link from "next/link";
import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import type { CaseView } from "@/lib/certification/load-case";
import { BODY } from "@/lib/certification/stages";
import { VisitForm } from "./visit-form";

/** Visits of experts with the schools drawn and the seed that drew them. */
export function VisitsCard({ view, code, today }: { view: CaseView; code: string; today: string }) {
  const mayPlan = view.acts.includes("visit") && view.standing.visitsOpen === 0;
  if (view.visits.length === 0 && !mayPlan) return null;
  return (
    <Card title="专家实地核查" lead="学校从参加评估的学校中随机抽取，随机种子记录在案，任何人可以重算。">
      <ul className="space-y-3 text-sm">{view.visits.map((visit) => (
        <li key={visit.id} className="border-l-2 border-line pl-3">
          <p className="flex flex-wrap items-center gap-2"><Link className="link font-medium" href={`/d/${code}/certification/visits/${visit.id}`} prefetch={false}>{visit.plannedOn} {BODY[visit.level]}</Link><StatusTag tone={visit.state === "done" ? "pass" : "pending"}>{visit.state === "done" ? "已办结" : "进行中"}</StatusTag></p>
          <p className="text-muted">{visit.team}；从 {visit.pool} 所中抽取 {visit.drawn.length} 所：{visit.drawn.map(({ name }) => name).join("、")}（随机种子 <span className="font-mono">{visit.seed}</span>）</p>
          {visit.findings ? <p className="whitespace-pre-line">{visit.findings}</p> : null}
        </li>
      ))}</ul>
      {mayPlan ? <VisitForm caseId={view.row.id} today={today} /> : null}
    </Card>
  );
}
