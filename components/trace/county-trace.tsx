import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { itemTitle } from "@/lib/counties/group-items";
import { formatCv } from "@/lib/evaluation/format";
import { countCvs, failingCvs, openCvs } from "@/lib/results/cvs";
import { yearName } from "@/lib/results/years";
import { INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { dateTimeText } from "@/lib/time";
import { exactText } from "@/lib/trace/exact-text";
import { itemRuleOf } from "@/lib/trace/item-rules";
import { countTrace, cvTrace, itemTrace, valueTrace } from "@/lib/trace/keys";
import type { CountyTraceView } from "@/lib/trace/load-county-trace";
import { readingLayer, thresholdLayer } from "@/lib/trace/read-layers";
import { verdictConditions } from "@/lib/trace/verdict-conditions";
import { BackLink } from "./back-link";
import { ConditionsTable, MetTag } from "./conditions-table";
import { CountBody } from "./count-trace";
import { FoldedTable } from "./folded-table";
import { ItemBody } from "./item-trace";
import { Provenance } from "./provenance";
import { Steps } from "./steps";
import { TraceAnchor, TraceLink } from "./trace-link";

const shown = (value: number | null) => (value === null ? "—" : exactText(value));

function CvBody({ view: { figure: { stage, key }, trace, year, ids } }: { view: Extract<CountyTraceView, { kind: "cv" }> }) {
  const { unit, source, definition } = INDICATORS[key];
  return (
    <>
      <Card title="怎样算出来" lead={`按在校生数加权的总体差异系数，以各校未四舍五入的值计算，按学校标识码的次序相加。`}>
        <Steps steps={[...trace.steps, trace.outcome.cv === null ? "不能计算的差异系数不判为达标。" : `限值 ${trace.outcome.cvLimit.toFixed(2)}，${trace.outcome.cvPass ? "在限值以内" : "超过限值"}`]} />
      </Card>
      <Card title={`${trace.rows.length} 所学校（部）的数，${trace.outcome.sectionsAtStandard} 所达到标准值`} lead={`${definition}统计报表：${source}。本校值可再点开，看由哪些填报数算出。`}>
        <p className="mb-2 text-sm tabular-nums">合计：在校生 {exactText(trace.students)} 人，总量 {shown(trace.raw)} {unit}，最后一列 {shown(trace.squares)}。</p>
        <FoldedTable caption="各校的数" rows={trace.rows} rowKey={(row) => row.code} columns={[
          { key: "school", header: "学校", cell: (row) => row.school },
          { key: "students", header: "在校生", unit: "人", numeric: true, cell: (row) => row.students.toLocaleString("zh-CN") },
          { key: "raw", header: "本学段总量", unit, numeric: true, cell: (row) => shown(row.raw) },
          { key: "value", header: "本校值", unit, numeric: true, cell: (row) => { const id = ids[row.code]; return id ? <TraceAnchor href={valueTrace(id, year, stage, key)}>{shown(row.value)}</TraceAnchor> : shown(row.value); } },
          { key: "square", header: "在校生 ×（本校值 − X̄）²", numeric: true, cell: (row) => shown(row.square) },
        ]} />
      </Card>
    </>
  );
}

function VerdictBody({ view: { stored, place, year } }: { view: Extract<CountyTraceView, { kind: "verdict" }> }) {
  return (
    <>
      <Card title="结论由这些条件得出" lead="全部为“达标”时结论为达标；有一项未达标即未达标；有数据不全而没有未达标的，不作结论。"><ConditionsTable conditions={verdictConditions(stored)} /></Card>
      <Card title="逐项来历" lead="点任一数或项目，看它的规则、用到的数、填报和审定。">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <li>达标学校（部） <TraceLink href={countTrace(place.code, year, { count: "sections" })}>{stored.compliantSections}／{stored.sections}</TraceLink></li>
          {STAGES.flatMap((stage) => { const own = stored.stages[stage]; return own ? [<li key={stage}>{STAGE_NAME[stage]}在校生 <TraceLink href={countTrace(place.code, year, { count: "students", stage })}>{own.students.toLocaleString("zh-CN")}</TraceLink> 人</li>] : []; })}
          {failingCvs(stored.stages).map(({ stage, key, cv, limit }) => <li key={stage + key}>{STAGE_NAME[stage]}{INDICATORS[key].shortName}差异系数 <TraceLink href={cvTrace(place.code, year, stage, key)}>{formatCv(cv, limit)}</TraceLink></li>)}
        </ul>
        <div className="mt-3">
          <DataTable caption="各项结论" rows={stored.items} rowKey={(row) => row.item} columns={[
            { key: "title", header: "项目", cell: (row) => <TraceAnchor href={itemTrace(place.code, year, row.item)}>{itemTitle(row.item)}</TraceAnchor> }, { key: "text", header: "情况", cell: (row) => row.text }, { key: "state", header: "结论", cell: (row) => <MetTag met={row.met} /> },
          ]} />
        </div>
      </Card>
    </>
  );
}

function sentenceOf(view: CountyTraceView): string {
  const { place, year, stored } = view;
  const lead = `${place.name}${yearName(year)}`;
  if (view.kind === "verdict") return `${lead}资源配置${stored.resourceVerdict === null ? "数据不全" : stored.resourceVerdict ? "达标" : "未达标"}，四个方面${stored.verdict === null ? "数据不全，不作结论" : stored.verdict ? "均达标" : "未全部达标"}；差异系数 ${countCvs(stored.stages)} 项中 ${failingCvs(stored.stages).length} 项超限、${openCvs(stored.stages)} 项数据不全。`;
  if (view.kind === "item") return `${lead}“${itemTitle(view.item)}”${view.outcome.met === null ? "数据不全，不作结论" : view.outcome.met ? "达标" : "未达标"}：${view.outcome.text}。`;
  if (view.kind === "count") return `${lead}${view.trace.title}${view.trace.totals.length > 0 ? ` ${shown(view.trace.totals[0] ?? null)} ${view.trace.columns[0]?.unit ?? ""}` : ` ${view.trace.counted} 所`}。`;
  const { cv, cvLimit, cvPass } = view.trace.outcome;
  return `${lead}${STAGE_NAME[view.figure.stage]}${INDICATORS[view.figure.key].shortName}差异系数：${cv === null ? "不能计算" : `${formatCv(cv, cvPass ? undefined : cvLimit)}，限值 ${cvLimit.toFixed(2)}，${cvPass ? "达标" : "超过限值"}`}。`;
}

function toneOf(view: CountyTraceView): "pass" | "fail" | "pending" | "neutral" {
  if (view.kind === "cv") return view.trace.outcome.cvPass ? "pass" : "fail";
  if (view.kind === "count") return "neutral";
  const met = view.kind === "item" ? view.outcome.met : view.stored.verdict;
  return met === null ? "pending" : met ? "pass" : "fail";
}

/** By whose standard: thresholds with the level that set them, readings with who chose them. */
function layersOf(view: CountyTraceView): { label: string; text: string }[] {
  const { stored: { judgedBy }, layers } = view;
  if (view.kind === "cv") return [{ label: "标准值", text: thresholdLayer(layers, view.figure.key, view.figure.stage, judgedBy.thresholds[view.figure.key][view.figure.stage]) }];
  if (view.kind !== "item") return [];
  return [{ label: "标准", text: "国家标准（教督〔2017〕6号）；本平台内省、市只能提高资源配置七项的标准值，本项没有提高" }, ...itemRuleOf(view.item).readings.map((key) => ({ label: "本项口径", text: readingLayer(layers, key, judgedBy.readings) }))];
}

/** How a figure of a county came about. */
export function CountyTrace({ view }: { view: CountyTraceView }) {
  const { place, year, stored, approved, excluded, same } = view;
  const range = approved.from && approved.to ? `${dateTimeText(approved.from)} 至 ${dateTimeText(approved.to)}` : "没有审定记录";
  const open = stored.expected - stored.reported;
  return (
    <>
      <Finding tone={toneOf(view)} sentence={sentenceOf(view)}><BackLink href={`/d/${place.code}/indicators?year=${year}`}>返回</BackLink></Finding>
      {view.kind === "cv" ? <CvBody view={view} /> : view.kind === "item" ? <ItemBody view={view} /> : view.kind === "count" ? <CountBody view={view} /> : <VerdictBody view={view} />}
      {excluded.length > 0 && (view.kind === "cv" || view.kind === "verdict") ? <Card title={`${excluded.length} 所学校不参与计算`}><ul className="list-disc pl-5 text-sm">{excluded.map((one) => <li key={one.code}>{one.school}：{one.reason}</li>)}</ul></Card> : null}
      <Provenance same={same} standard={stored.judgedBy} lines={[
        { label: "学校自评", text: `县级教育行政部门审定：应报 ${stored.expected} 所，已审定 ${stored.reported} 所${open > 0 ? `，其余 ${open} 所没有审定，没有计入` : ""}；${range}` },
        { label: "存储", text: `${dateTimeText(stored.computedAt)} 计算` }, ...layersOf(view),
      ]} />
    </>
  );
}
