import { ConditionsTable } from "@/components/nominations/conditions-table";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { PrintButton } from "@/components/ui/print-button";
import { StatusTag } from "@/components/ui/status-tag";
import { STATEMENTS, STATEMENT_KEYS } from "@/lib/nominations/conditions";
import type { NominationView } from "@/lib/nominations/load-nomination";
import { NOMINATION_ACTS, NOMINATION_ACT_KEYS, NOMINATION_STATE_NAME, NOMINATION_STATE_TONE } from "@/lib/nominations/rules";
import { dateTimeText } from "@/lib/time";
import { MoveForm } from "./move-form";
import { NominationForm } from "./nomination-form";
import { ReviewForm } from "./review-form";

const actLabel = (act: string): string => { const key = NOMINATION_ACT_KEYS.find((one) => one === act); return key ? NOMINATION_ACTS[key].label : "建立推荐表"; };

/** One 推荐表: conditions, what it says, what may be done, how it has gone. */
export function NominationDetail({ view }: { view: NominationView }) {
  const { place, row, batch, county, conditions, files, acts, edits, reviews, review, events } = view;
  const unmet = conditions.filter(({ binding, met }) => binding && met !== true).length;
  const filesOf = (key: string) => files.filter(({ item }) => item === key);
  const old = Object.entries(row.answers).filter(([key, text]) => text !== "" && !batch.fields.some((field) => field.key === key));
  return (
    <>
      <Finding tone={NOMINATION_STATE_TONE[row.state]} sentence={`${county}先行创建推荐表：${NOMINATION_STATE_NAME[row.state]}，${unmet === 0 ? "各项前提条件均已满足" : `${unmet} 项前提条件未满足`}。`}>
        <span className="flex flex-wrap items-center gap-2">{batch.name}{row.rank !== null ? <span>推荐顺序 {row.rank}</span> : null}{row.late ? <StatusTag tone="warn">补报</StatusTag> : null}<PrintButton /><a href={`/d/${place.code}/nominations/${row.id}/export`} className={`no-print ${buttonClass()}`}>下载推荐表（.docx）</a></span>
        {review ? <span className="mt-1 block">教育部{review.decision === "admit" ? "同意列入" : "本批不列入"}：{review.reason}</span> : null}
      </Finding>
      {acts.length > 0 ? <Card title="办理" className="no-print"><MoveForm key={row.version} id={row.id} version={row.version} acts={acts} /></Card> : null}
      {reviews ? <Card title="教育部审核" lead="公布名单前只有教育部可见。" className="no-print"><ReviewForm key={review?.version ?? 0} id={row.id} given={review} /></Card> : null}
      <Card title="前提条件" lead={edits ? "平台已有的数据自动计算，其余由县级说明并附佐证材料。" : "报送时的情况。"}><ConditionsTable conditions={conditions} /></Card>
      <Card title="推荐表">
        {edits ? (
          <NominationForm key={row.id} id={row.id} version={row.version} fields={batch.fields} statements={STATEMENT_KEYS.map((key) => ({ key, ...STATEMENTS[key], files: filesOf(key) }))}
            given={{ answers: row.answers, basicBalanceYear: row.basicBalanceYear === null ? "" : String(row.basicBalanceYear), leadership: row.leadership, ecology: row.ecology }} />
        ) : (
          <dl className="space-y-3 text-sm">
            {batch.fields.map(({ key, label }) => <div key={key}><dt className="font-medium">{label}</dt><dd className="whitespace-pre-line">{row.answers[key] || "未填写"}</dd></div>)}
            {old.map(([key, text]) => <div key={key}><dt className="font-medium">原栏目</dt><dd className="whitespace-pre-line">{text}</dd></div>)}
            <div><dt className="font-medium">国家认定基本均衡的年份</dt><dd>{row.basicBalanceYear ?? "未填写"}</dd></div>
            {STATEMENT_KEYS.map((key) => <div key={key}><dt className="font-medium">{STATEMENTS[key].label}</dt><dd className="whitespace-pre-line">{row[key]}</dd><dd><EvidenceLinks files={filesOf(key)} /></dd></div>)}
          </dl>
        )}
        {edits ? null : <div className="grid gap-2 pt-3 text-sm sm:grid-cols-3"><p>县级意见（盖章）</p>{row.skipsCity ? null : <p>市级意见（盖章）</p>}<p>省级意见（盖章）</p></div>}
      </Card>
      <Card title={`办理记录 ${events.length} 条`}>
        <ol className="space-y-2 text-sm">{events.map((event) => <li key={event.id} className="border-l-2 border-line pl-3"><span className="text-muted tabular-nums">{dateTimeText(event.at)}</span> {event.byName} <span className="font-medium">{actLabel(event.act)}</span> {event.documentNumber}{event.text ? <p className="whitespace-pre-line">{event.text}</p> : null}</li>)}</ol>
      </Card>
    </>
  );
}
