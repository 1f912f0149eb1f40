import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { TraceAnchor } from "@/components/trace/trace-link";
import { StatusTag } from "@/components/ui/status-tag";
import { formatCv } from "@/lib/evaluation/format";
import { RECOGNITION_PERCENT } from "@/lib/items/share";
import type { AreaOverviewView } from "@/lib/results/load-area-overview";
import { isReported, type CountyStandingRow } from "@/lib/results/list-county-standings";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS } from "@/lib/standard/items";
import { cvAnchor } from "@/lib/findings/rules-cv";
import { countTrace, cvTrace, itemTrace, verdictTrace } from "@/lib/trace/keys";

function Resource({ row }: { row: CountyStandingRow }) {
  if (!isReported(row) || row.resource === null) return <StatusTag tone="pending">数据不全</StatusTag>;
  return row.resource ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>;
}

const items = (href: string, passed: number, decided: number, all: number) => (decided === 0 ? "—" : <><TraceAnchor href={href}>{passed}／{all}</TraceAnchor>{decided < all ? <span className="block text-xs text-muted">{all - decided} 项待数据</span> : null}</>);
const recognition = (href: string, share: number | null) => (share === null ? "—" : <TraceAnchor href={href}><span className={share * 100 < RECOGNITION_PERCENT ? "font-semibold text-fail" : undefined}>{(Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)}%</span></TraceAnchor>);

/** The four aspects of each county of a city, its crowded classes and its work, in the order of codes. */
export function CityCounties({ view }: { view: AreaOverviewView }) {
  const { counties, crowding, load, year, taskYear } = view;
  return (
    <Card title={`各县四个方面、班额和工作进展`} lead={`按行政区划代码排列；任务为 ${taskYear} 年度，台账为现在。`}>
      <DataTable caption="各县四个方面、班额和工作进展" rows={counties} rowKey={(row) => row.code} columns={[
        { key: "name", header: "县（市、区）", className: "whitespace-nowrap", cell: (row) => <Link className="link" prefetch={false} href={`/d/${row.code}/overview?year=${year}`}>{row.name}</Link> },
        { key: "recognised", header: "认定", cell: (row) => (row.recognisedOn ? <StatusTag tone="pass">已认定</StatusTag> : "—") },
        { key: "reported", header: "已审定学校", numeric: true, cell: (row) => (row.expected === 0 ? "—" : `${row.reported}／${row.expected}`) },
        { key: "resource", header: "资源配置", cell: (row) => <Resource row={row} /> },
        { key: "sections", header: "学校（部）达标", numeric: true, cell: (row) => (row.sections === 0 ? "—" : <TraceAnchor href={countTrace(row.code, year, { count: "sections" })}>{row.compliantSections}／{row.sections}</TraceAnchor>) },
        { key: "government", header: "政府保障", numeric: true, cell: (row) => items(verdictTrace(row.code, year), row.governmentPassed, row.governmentDecided, GOVERNMENT_ITEMS.length) },
        { key: "quality", header: "教育质量", numeric: true, cell: (row) => items(verdictTrace(row.code, year), row.qualityPassed, row.qualityDecided, QUALITY_ITEMS.length) },
        { key: "recognition", header: "社会认可度", numeric: true, cell: (row) => recognition(itemTrace(row.code, year, "recognition"), row.recognition) },
        { key: "classes", header: "超标准班额", numeric: true, cell: (row) => { const found = crowding?.get(row.code); return found ? <><TraceAnchor href={countTrace(row.code, year, { count: "crowding" })}>{found.over} 所</TraceAnchor>{found.large > 0 ? <span className="block text-xs text-muted">大班额 {found.large} 所</span> : null}</> : "—"; } },
        { key: "size", header: "大校额", numeric: true, cell: (row) => { const found = crowding?.get(row.code); return found ? <TraceAnchor href={countTrace(row.code, year, { count: "size" })}>{found.oversized} 所</TraceAnchor> : "—"; } },
        ...(load ? [
          { key: "tasks", header: "任务完成", numeric: true, cell: (row: CountyStandingRow) => { const found = load.tasks.find((one) => one.code === row.code); return found ? <>{found.done}／{found.tasks}{found.overdue > 0 ? <span className="block text-xs font-semibold text-fail">逾期 {found.overdue}</span> : null}</> : "—"; } },
          { key: "ledger", header: "未销号问题", numeric: true, cell: (row: CountyStandingRow) => { const found = load.ledger.find((one) => one.code === row.code); return found ? <>{found.total - found.closed}{found.late > 0 ? <span className="block text-xs font-semibold text-fail">逾期 {found.late}</span> : null}</> : "—"; } },
        ] : []),
      ]} />
    </Card>
  );
}

/** Every coefficient beyond its limit in a city, one click from the schools that it lies in. */
export function CityOver({ view }: { view: AreaOverviewView }) {
  const rows = view.heat.flatMap((row) => STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => { const cell = row.cells[`${stage}.${key}`]; return cell && cell.cv !== null && !cell.pass ? [{ row, stage, key, cv: cell.cv, limit: cell.limit }] : []; })));
  if (rows.length === 0) return null;
  return (
    <Card title={`${rows.length} 项差异系数超过限值`} lead="点“看学校”进入该县，看差异主要集中在哪几所学校。">
      <ul className="grid gap-x-8 text-sm sm:grid-cols-2 xl:grid-cols-3">
        {rows.map(({ row, stage, key, cv, limit }) => (
          <li key={row.code + stage + key} className="flex items-baseline justify-between gap-2 border-b border-line/70 py-1.5">
            <span>{row.name} {STAGE_NAME[stage]}{INDICATORS[key].shortName} <b className="text-fail tabular-nums"><TraceAnchor href={cvTrace(row.code, view.year, stage, key)}>{formatCv(cv, limit)}</TraceAnchor></b><span className="text-muted tabular-nums">（限值 {limit.toFixed(2)}）</span></span>
            <Link className="link whitespace-nowrap" prefetch={false} href={`/d/${row.code}/overview?year=${view.year}#${cvAnchor({ stage, key })}`} aria-label={`看学校（${STAGE_NAME[stage]}${INDICATORS[key].shortName}，第 ${rows.findIndex((one) => one.row.code === row.code && one.stage === stage && one.key === key) + 1} 项）`}>看学校</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
