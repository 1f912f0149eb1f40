import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { formatCv, formatValue, printedLimit } from "@/lib/evaluation/format";
import { areaFinding, countyFinding } from "@/lib/findings/headline";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import type { IndicatorsView } from "@/lib/results/load-indicators";
import { StandardValue } from "@/components/standard/standard-value";
import { STAGE_NAME, INDICATOR_KEYS, INDICATORS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS, RECOGNITION_ITEM, type StandardItem } from "@/lib/standard/items";
import { TraceLink } from "@/components/trace/trace-link";
import { countTrace, cvTrace, itemTrace, liveTrace, verdictTrace } from "@/lib/trace/keys";
import { ResultFooter } from "./result-footer";
import { SpreadTable } from "./spread-table";

/** Every number of 资源配置 of one stage: county mean, coefficient, limit, sections at standard. */
function StageTable({ stage, result, live }: { stage: Stage; result: CountyOutcome; live: boolean }) {
  const outcome = result.stages[stage];
  const { thresholds, readings } = result.judgedBy;
  if (!outcome) return null;
  const traced = (key: IndicatorKey, text: string) => (live ? text : <TraceLink href={cvTrace(result.divisionCode, result.year, stage, key)}>{text}</TraceLink>);
  const students = outcome.students.toLocaleString("zh-CN");
  return (
    <Card title={`${STAGE_NAME[stage]}：${outcome.sections} 所学校（部），${outcome.compliantSections} 个达标`} lead={<>在校生 {live ? students : <TraceLink href={countTrace(result.divisionCode, result.year, { count: "students", stage })}>{students}</TraceLink>} 人；{live ? null : <><TraceLink href={countTrace(result.divisionCode, result.year, { count: "sections" })}>达标学校（部）</TraceLink>；</>}{`七项系数的平均 ${outcome.compositeCv === null ? "—" : outcome.compositeCv.toFixed(3)}，仅供参考，不作判定`}</>}>
      <DataTable caption={`${STAGE_NAME[stage]}资源配置`} rows={[...INDICATOR_KEYS]} rowKey={(key) => key} columns={[
        { key: "name", header: "指标", cell: (key) => <span title={INDICATORS[key].definition}>{INDICATORS[key].number}. {INDICATORS[key].name}<span className="text-muted">（{INDICATORS[key].unit}）</span></span> },
        { key: "mean", header: "全县平均值", numeric: true, cell: (key) => { const mean = outcome.indicators[key].mean; return mean === null ? "—" : traced(key, formatValue(key, mean, printedLimit(readings, thresholds[key][stage]))); } },
        { key: "standard", header: "标准", numeric: true, cell: (key) => <StandardValue indicator={key} stage={stage} value={thresholds[key][stage]} /> },
        { key: "at", header: "达标单位", numeric: true, cell: (key) => traced(key, `${outcome.indicators[key].sectionsAtStandard}／${outcome.sections}`) },
        { key: "cv", header: "差异系数", numeric: true, cell: (key) => { const { cv, cvLimit, cvPass } = outcome.indicators[key]; return cv === null ? "—" : traced(key, formatCv(cv, cvPass ? undefined : cvLimit)); } },
        { key: "limit", header: "限值", numeric: true, cell: (key) => outcome.indicators[key].cvLimit.toFixed(2) },
        { key: "state", header: "结论", cell: (key) => { const { cv, cvPass } = outcome.indicators[key]; return cv === null ? <StatusTag tone="pending">数据不全</StatusTag> : cvPass ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">超限</StatusTag>; } },
      ]} />
    </Card>
  );
}

function ItemTable({ title, items, result, live }: { title: string; items: StandardItem[]; result: CountyOutcome; live: boolean }) {
  const found = new Map(result.items.map((item) => [item.item, item]));
  const passed = items.filter((item) => found.get(item.key)?.met === true).length;
  return (
    <Card title={`${title}：${items.length} 项中 ${passed} 项达标`} lead="须全部达标">
      <DataTable caption={title} rows={items} rowKey={(item) => item.key} columns={[
        { key: "title", header: "项目", cell: (item) => <span title={item.requirement}>{item.number}. {live ? item.title : <TraceLink href={itemTrace(result.divisionCode, result.year, item.key)}>{item.title}</TraceLink>}</span> },
        { key: "text", header: "情况", cell: (item) => { const outcome = found.get(item.key); return <>{outcome?.text ?? "尚无数据"}{outcome && outcome.failing.length > 0 ? <span className="block text-muted">{outcome.failing.slice(0, 6).join("、")}{outcome.failing.length > 6 ? `等 ${outcome.failing.length} 所` : ""}</span> : null}</>; } },
        { key: "state", header: "结论", cell: (item) => { const met = found.get(item.key)?.met ?? null; return met === null ? <StatusTag tone="pending">数据不全</StatusTag> : met ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>; } },
      ]} />
    </Card>
  );
}

/** The 7 + 15 + 9 + 1 items of a county; above the county how its counties are spread. */
export function IndicatorsPanel({ view }: { view: Exclude<IndicatorsView, { kind: "empty" }> }) {
  if (view.kind === "area") {
    const finding = areaFinding(view.place.name, view.children, view.year);
    return <><Finding tone={finding.tone} sentence={finding.text} /><SpreadTable code={view.place.code} year={view.year} spread={view.spread} /></>;
  }
  const { result } = view;
  const live = view.basis === "live";
  const finding = countyFinding(view.place.name, result, view.year, view.basis);
  if (!result) return <><Finding tone={finding.tone} sentence={finding.text} /><Empty title="还没有审定的数据">学校自评审定后，这里显示各项指标。</Empty></>;
  return (
    <>
      <Finding tone={finding.tone} sentence={finding.text}>{view.basis === "approved" ? <Link className="link no-print" prefetch={false} href={verdictTrace(view.place.code, view.year)}>结论的依据</Link> : null}</Finding>
      {STAGES.map((stage) => <StageTable key={stage} stage={stage} result={result} live={live} />)}
      <ItemTable title="政府保障程度" items={GOVERNMENT_ITEMS} result={result} live={live} />
      <ItemTable title="教育质量" items={QUALITY_ITEMS} result={result} live={live} />
      <ItemTable title="社会认可度" items={[RECOGNITION_ITEM]} result={result} live={live} />
      <ResultFooter computedAt={result.computedAt} live={live ? liveTrace(view.place.code, view.year) : null} standard={result.judgedBy} />
    </>
  );
}
