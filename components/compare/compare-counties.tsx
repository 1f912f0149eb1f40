import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { TraceLink } from "@/components/trace/trace-link";
import type { CompareCountiesView } from "@/lib/compare/load-compare";
import { compareHref, MOST } from "@/lib/compare/selection";
import { DISTANCE_RULE } from "@/lib/compare/similar";
import { formatCv } from "@/lib/evaluation/format";
import { yearName } from "@/lib/results/years";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { countTrace, cvTrace, verdictTrace } from "@/lib/trace/keys";
import { Choose } from "./choose";

type Shown = CompareCountiesView["shown"][number];
type Line = { name: string; cell: (county: Shown) => ReactNode };
const GAP = <span className="text-muted">数据不全</span>;
const isWhole = ({ result }: Shown): boolean => result !== null && result.expected > 0 && result.reported >= result.expected;
const n = (value: number) => value.toLocaleString("zh-CN");

function Cv({ county, stage, indicator }: { county: Shown; stage: Stage; indicator: IndicatorKey }) {
  const own = county.result?.stages[stage]?.indicators[indicator];
  if (!own || own.cv === null || !county.result) return "—";
  const text = formatCv(own.cv, own.cvPass ? undefined : own.cvLimit);
  return <TraceLink href={cvTrace(county.code, county.result.year, stage, indicator)}>{own.cvPass ? text : <span className="font-semibold text-fail">{text}<span className="sr-only">，超过限值</span></span>}</TraceLink>;
}

function lines(): Line[] {
  const passed = (county: Shown, prefix: string) => { const own = (county.result?.items ?? []).filter(({ item }) => item.startsWith(prefix)); return county.result ? <TraceLink href={verdictTrace(county.code, county.result.year)}>{own.filter(({ met }) => met === true).length}／{own.length}</TraceLink> : GAP; };
  return [
    { name: "在校生，含不计入评估的学校（人）", cell: ({ features }) => (features ? n(features.pupils) : GAP) },
    { name: "城区在校生占比（%）", cell: ({ features }) => (features ? (features.urban * 100).toFixed(1) : GAP) },
    { name: "不足 100 人的学校（所）", cell: ({ features }) => (features ? n(features.small) : GAP) },
    { name: "达标学校（部）", cell: ({ result }) => (result ? <TraceLink href={countTrace(result.divisionCode, result.year, { count: "sections" })}>{result.compliantSections}／{result.sections}</TraceLink> : GAP) },
    { name: "政府保障程度达标项", cell: (county) => passed(county, "gov-") },
    { name: "教育质量达标项", cell: (county) => passed(county, "qual-") },
    { name: "四个方面均达标", cell: ({ result }) => (result?.verdict == null ? "数据不全" : result.verdict ? "是" : "否") },
    ...STAGES.flatMap((stage) => INDICATOR_KEYS.map((key): Line => ({ name: `${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数`, cell: (county) => <Cv county={county} stage={stage} indicator={key} /> }))),
  ];
}

/** Counties side by side in the order in which they were chosen; no order of merit. */
export function CompareCounties({ view, add }: { view: CompareCountiesView; add: string }) {
  const { place, year, options, chosen, refusal, shown, similar } = view;
  const whole = shown.filter(isWhole);
  const columns: Column<Line>[] = [
    { key: "name", header: "项目", cell: (line) => line.name },
    ...shown.map((county): Column<Line> => ({ key: county.code, header: county.name, numeric: true, cell: (line) => (isWhole(county) ? line.cell(county) : GAP) })),
  ];
  return (
    <>
      <Finding tone="neutral" sentence={shown.length === 0 ? `选择${place.name}的县级单位，放在一起比较。` : `${shown.map(({ name }) => name).join("、")}${yearName(year)}数据并列，其中 ${whole.length} 个全部审定，${whole.filter(({ result }) => result?.verdict === true).length} 个四个方面均达标。`} />
      <Choose code={place.code} year={year} noun="县级单位" options={options} refusal={refusal} value={add} chosen={shown.map(({ code, name }) => ({ key: code, name }))} />
      {shown.length === 0 ? <Empty title="还没有选择">按名称加入两个以上的县级单位。</Empty> : <Card title="并列比较" lead="按加入的先后排列，不排名次；数据没有全部审定的不比较。"><DataTable caption="县级单位比较" rows={lines()} rowKey={(line) => line.name} columns={columns} /></Card>}
      {similar ? (
        <Card title={`与${similar.of.name}条件相近的县`} lead={`${DISTANCE_RULE}在${place.name}全部审定的县中查找。`}>
          <DataTable caption="条件相近的县" rows={similar.list} rowKey={(row) => row.code} columns={[
            { key: "name", header: "县级单位", cell: (row) => row.name }, { key: "words", header: `与${similar.of.name}相比`, cell: (row) => row.words },
            { key: "distance", header: "合计", numeric: true, cell: (row) => row.distance.toFixed(2) },
            { key: "add", header: "比较", cell: (row) => (chosen.includes(row.code) ? "已在比较之中" : chosen.length >= MOST ? "已满" : <Link className="link" prefetch={false} href={compareHref(place.code, year, [...chosen, row.code])} aria-label={`加入${row.name}`}>加入比较</Link>) },
          ]} />
        </Card>
      ) : null}
    </>
  );
}
