import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { formatCv } from "@/lib/evaluation/format";
import { countCvs, failingCvs, openCvs } from "@/lib/results/cvs";
import { yearName } from "@/lib/results/years";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { dateTimeText } from "@/lib/time";
import { exactText } from "@/lib/trace/exact-text";
import { valueTrace } from "@/lib/trace/keys";
import type { CountyTraceView } from "@/lib/trace/load-county-trace";
import { verdictConditions } from "@/lib/trace/verdict-conditions";
import { Provenance } from "./provenance";
import { Steps } from "./steps";
import { TraceLink } from "./trace-link";

const shown = (value: number | null) => (value === null ? "—" : exactText(value));

function CvBody({ view: { figure: { stage, key }, trace, year, ids } }: { view: Extract<CountyTraceView, { kind: "cv" }> }) {
  const { unit, source, definition } = INDICATORS[key];
  return (
    <>
      <Card title="怎样算出来" lead={`按在校生数加权的总体差异系数，以各校未四舍五入的值计算，按学校标识码的次序相加。`}>
        <Steps steps={[...trace.steps, trace.outcome.cv === null ? "不能计算的差异系数不判为达标。" : `限值 ${trace.outcome.cvLimit.toFixed(2)}，${trace.outcome.cvPass ? "在限值以内" : "超过限值"}`]} />
      </Card>
      <Card title={`${trace.rows.length} 所学校（部）的数`} lead={`${definition}统计报表：${source}。本校值可再点开，看由哪些填报数算出。`}>
        <DataTable caption="各校的数" rows={trace.rows} rowKey={(row) => row.code} columns={[
          { key: "school", header: "学校", cell: (row) => row.school },
          { key: "students", header: "在校生", unit: "人", numeric: true, cell: (row) => row.students.toLocaleString("zh-CN") },
          { key: "raw", header: "本学段总量", unit, numeric: true, cell: (row) => shown(row.raw) },
          { key: "value", header: "本校值", unit, numeric: true, cell: (row) => { const id = ids[row.code]; return id ? <TraceLink href={valueTrace(id, year, stage, key)}>{shown(row.value)}</TraceLink> : shown(row.value); } },
          { key: "square", header: "在校生 ×（本校值 − X̄）²", numeric: true, cell: (row) => shown(row.square) },
        ]} />
        <p className="mt-2 text-sm tabular-nums">合计：在校生 {exactText(trace.students)} 人，总量 {shown(trace.raw)} {unit}，最后一列 {shown(trace.squares)}。</p>
      </Card>
    </>
  );
}

function VerdictBody({ view }: { view: Extract<CountyTraceView, { kind: "verdict" }> }) {
  return (
    <Card title="结论由这些条件得出" lead="全部为“达标”时结论为达标；有一项未达标即未达标；有数据不全而没有未达标的，不作结论。">
      <DataTable caption="结论的条件" rows={verdictConditions(view.stored)} rowKey={(row) => row.name} columns={[
        { key: "name", header: "条件", cell: (row) => row.name }, { key: "text", header: "情况", cell: (row) => row.text },
        { key: "state", header: "结论", cell: (row) => (row.met === null ? <StatusTag tone="pending">数据不全</StatusTag> : row.met ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>) },
      ]} />
    </Card>
  );
}

function sentenceOf(view: CountyTraceView): string {
  const { place, year, stored } = view;
  const lead = `${place.name}${yearName(year)}`;
  if (view.kind === "verdict") return `${lead}资源配置${stored.resourceVerdict === null ? "数据不全" : stored.resourceVerdict ? "达标" : "未达标"}，四个方面${stored.verdict === null ? "数据不全，不作结论" : stored.verdict ? "均达标" : "未全部达标"}；差异系数 ${countCvs(stored.stages)} 项中 ${failingCvs(stored.stages).length} 项超限、${openCvs(stored.stages)} 项数据不全。`;
  const { cv, cvLimit, cvPass } = view.trace.outcome;
  return `${lead}${STAGE_NAME[view.figure.stage]}${INDICATORS[view.figure.key].shortName}差异系数：${cv === null ? "不能计算" : `${formatCv(cv, cvPass ? undefined : cvLimit)}，限值 ${cvLimit.toFixed(2)}，${cvPass ? "达标" : "超过限值"}`}。`;
}

/** How a figure of a county came about. */
export function CountyTrace({ view }: { view: CountyTraceView }) {
  const { place, year, stored, approved, excluded, same } = view;
  const fails = view.kind === "cv" ? !view.trace.outcome.cvPass : stored.verdict === false;
  const range = approved.from && approved.to ? `${dateTimeText(approved.from)} 至 ${dateTimeText(approved.to)}` : "没有审定记录";
  return (
    <>
      <Finding tone={fails ? "fail" : stored.verdict === null && view.kind === "verdict" ? "pending" : "pass"} sentence={sentenceOf(view)}><Link className="link" prefetch={false} href={`/d/${place.code}/indicators?year=${year}`}>回到指标</Link></Finding>
      {view.kind === "cv" ? <CvBody view={view} /> : <VerdictBody view={view} />}
      {excluded.length > 0 ? <Card title={`${excluded.length} 所学校不参与计算`}><ul className="list-disc pl-5 text-sm">{excluded.map((one) => <li key={one.code}>{one.school}：{one.reason}</li>)}</ul></Card> : null}
      <Provenance same={same} standard={stored.judgedBy} lines={[
        { label: "审定", text: `县级教育行政部门审定学校自评：应报 ${stored.expected} 所，已审定 ${stored.reported} 所；${range}` },
        { label: "存储", text: `${dateTimeText(stored.computedAt)} 计算` },
      ]} />
    </>
  );
}
