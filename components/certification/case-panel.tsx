import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { CertificationView } from "@/lib/certification/load-case";
import { OUTCOME } from "@/lib/certification/outcomes";
import { BODY } from "@/lib/certification/stages";
import { dateTimeText } from "@/lib/time";
import { actName } from "./act-names";
import { ActsCard } from "./acts-card";
import { ConditionsList } from "./conditions-list";
import { MaterialsCard } from "./materials-card";
import { MonitoringCard } from "./monitoring-card";
import { OpenForm } from "./open-form";
import { RelaxationsCard } from "./relaxations-card";
import { STAGE_TONE, caseSentence } from "./summarise";
import { VisitsCard } from "./visits-card";
import { WayList } from "./way-list";

/** A county's course to recognition: where it stands, the way, what may be done, what was decided and found. */
export function CasePanel({ data: { place, view, mayOpen, today } }: { data: CertificationView }) {
  const openForm = mayOpen.length > 0 ? <OpenForm divisionCode={place.code} batches={mayOpen} /> : null;
  if (!view) return <><Finding tone="neutral" sentence={`${place.name}还没有申报国家认定。`} />{openForm ?? <Empty title="等待县级人民政府自荐">经省级遴选后进入县级自评、复核、评估和国家认定。</Empty>}</>;
  const { row, batch, decisions, events, progress, acceptances, snapshot } = view;
  return (
    <>
      <Finding tone={row.dueOn !== null && row.dueOn < today && STAGE_TONE[row.stage] === "pending" ? "fail" : STAGE_TONE[row.stage]} sentence={caseSentence(place.name, view, today)}>
        评估年度 {batch.year}，数据为 {row.figuresYear}学年初{batch.documentNumber ? `，批次文号 ${batch.documentNumber}` : ""}{row.skipsCity ? "；本县不设市级复核" : ""}。
      </Finding>
      <Card title="申报历程"><WayList way={view.way} steps={view.steps} /></Card>
      {view.changedSince ? <p className="rounded-md bg-warn-soft px-4 py-2 text-sm text-warn">⚠ 报送以后，该县的审定数据或标准、口径有变动。评估以报送时存档的数据为准；需要采用新数据的，请退回重新报送。</p> : null}
      <MonitoringCard view={view} />
      <RelaxationsCard view={view} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="min-w-0 space-y-4">
          <ActsCard view={view} today={today} />
          {openForm}
          <Card title={`已签发的决定 ${decisions.length} 件`}>
            {decisions.length === 0 ? <p className="text-sm text-muted">还没有签发的决定。</p> : (
              <ul className="space-y-3 text-sm">{decisions.map((one) => (
                <li key={one.id} className="border-l-2 border-line pl-3">
                  <p><span className="font-medium">{OUTCOME[one.outcome].label}</span> {one.documentNumber} <span className="text-muted tabular-nums">{one.signedOn}</span>{one.publishedOn ? `，公布日期 ${one.publishedOn}` : ""}{one.mendBy ? `，整改期限 ${one.mendBy}` : ""}</p>
                  <p className="whitespace-pre-line">{one.opinion}</p>
                  <p className="text-xs text-muted">{one.issuerName}：经办 {one.handlerName}，审核 {one.reviewerName}，签发 {one.signerName}</p>
                </li>
              ))}</ul>
            )}
          </Card>
        </div>
        <div className="min-w-0 space-y-4">
          {snapshot ? (
            <Card title="逐项审核" lead={`第 ${snapshot.round} 次报送（${snapshot.day}）的数据、标准和口径已存档，校验码 ${snapshot.mark}。`} aside={<Link className="link text-sm" href={`/d/${place.code}/certification/review`} prefetch={false}>查看逐项意见</Link>}>
              {progress.length === 0 ? <p className="text-sm text-muted">还没有公开的审核意见。</p> : <ul className="space-y-1 text-sm">{progress.map((one) => <li key={one.level}>{BODY[one.level]}：{one.given}／{one.total} 项有意见{one.unmet > 0 ? `，${one.unmet} 项未达标或限期整改` : ""}{one.vetoes > 0 ? `，${one.vetoes} 种一票否决情形在核查或经查实` : ""}</li>)}</ul>}
            </Card>
          ) : null}
          <MaterialsCard caseId={row.id} materials={view.materials} />
          <VisitsCard view={view} code={place.code} today={today} />
          {acceptances.map((one) => <Card key={one.level} title={`${BODY[one.level]}受理 ${one.day}`} lead={one.note || undefined}><ConditionsList conditions={one.conditions} /></Card>)}
        </div>
      </div>
      <Card title={`办理记录 ${events.length} 条`}>
        <ol className="space-y-2 text-sm">{events.map((event) => <li key={event.id} className="border-l-2 border-line pl-3"><span className="text-muted tabular-nums">{dateTimeText(event.at)}</span> {event.byName} <span className="font-medium">{actName(event.act)}</span>{event.documentNumber ? ` ${event.documentNumber}` : ""}{event.text ? <p className="whitespace-pre-line">{event.text}</p> : null}</li>)}</ol>
      </Card>
    </>
  );
}
