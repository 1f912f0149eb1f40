import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { ExpertsCard } from "@/components/experts/experts-card";
import type { SiteVisitView } from "@/lib/certification/load-visit";
import { BODY } from "@/lib/certification/stages";
import { FinishForm } from "./finish-form";
import { SiteValueForm } from "./site-value-form";
import { DifferencesCard, ValuesTable, visitSentence } from "./visit-parts";

/** 实地核查: found beside filed, and what the verdicts become by what was found. */
export function SiteVisitPanel({ view: { place, visit, schools, values, differences, writes, ends, today, experts, candidates } }: { view: SiteVisitView }) {
  return (
    <>
      <Finding tone={differences.some(({ worse }) => worse) ? "fail" : values.length > 0 ? "pass" : "pending"} sentence={`${visit.plannedOn} ${BODY[visit.level]}实地核查：${visitSentence(values, differences)}。`}>
        <Link className="link" href={`/d/${place.code}/certification`} prefetch={false}>返回申报历程</Link>
      </Finding>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={`抽取的学校 ${schools.length} 所`} lead={`${visit.team}；从 ${visit.pool} 所中随机抽取，随机种子 ${visit.seed}。`}>
          <ul className="list-inside list-disc text-sm">{schools.map(({ code, name }) => <li key={code}>{name}</li>)}</ul>
        </Card>
        <DifferencesCard differences={differences} values={values} />
      </div>
      <Card title={`核实值 ${values.length} 个`}>
        <ValuesTable values={values} />
        {writes ? <div className="no-print mt-4"><SiteValueForm visitId={visit.id} schools={schools} values={values} by="body" /></div> : null}
        {values.length === 0 && !writes ? <p className="text-sm text-muted">没有核实值。</p> : null}
      </Card>
      <ExpertsCard visitId={visit.id} experts={experts} candidates={candidates} writes={writes} ends={ends} today={today} />
      {writes ? <Card title="办结"><FinishForm visitId={visit.id} version={visit.version} today={today} schools={schools} /></Card> : visit.findings ? <Card title="核查情况"><p className="text-sm whitespace-pre-line">{visit.findings}</p></Card> : null}
    </>
  );
}
