import { Card } from "@/components/ui/card";
import type { Column } from "@/components/ui/data-table";
import { STAGE_NAME } from "@/lib/standard/indicators";
import type { CountRow } from "@/lib/trace/explain-count";
import { schoolCountTrace } from "@/lib/trace/keys";
import type { CountyTraceView } from "@/lib/trace/load-county-trace";
import { MetTag } from "./conditions-table";
import { FoldedTable } from "./folded-table";
import { TraceAnchor } from "./trace-link";

type View = Extract<CountyTraceView, { kind: "count" }>;
const n = (value: number | null) => (value === null ? "—" : value.toLocaleString("zh-CN"));

/** How a count over a county's schools came about: school by school, what is left out, which campuses are in. */
export function CountBody({ view: { trace, figure, year, ids, campuses } }: { view: View }) {
  const href = ({ code, stage }: CountRow): string | null => {
    const id = ids[code];
    if (!id) return null;
    if (figure.count === "crowding" && stage) return schoolCountTrace(id, year, "classes", stage);
    return figure.count === "students" || figure.count === "classes" ? schoolCountTrace(id, year, figure.count, figure.stage) : `/s/${id}/overview?year=${year}${stage ? `#${stage}` : ""}`;
  };
  const note = (row: CountRow) => [row.note, (campuses.get(row.code) ?? []).length > 0 ? `含不计校数的校区：${campuses.get(row.code)?.join("、")}` : ""].filter(Boolean).join("；");
  const columns: Column<CountRow>[] = [
    { key: "school", header: "学校", cell: (row) => { const to = href(row); const name = row.stage && figure.count === "sections" ? `${row.school}（${STAGE_NAME[row.stage]}）` : row.school; return <>{to ? <TraceAnchor href={to}>{name}</TraceAnchor> : name}{note(row) ? <span className="block text-xs text-muted">{note(row)}</span> : null}</>; } },
    ...trace.columns.map(({ name, unit }, at): Column<CountRow> => ({ key: name, header: name, unit, numeric: true, cell: (row) => n(row.cells[at] ?? null) })),
    ...(figure.count === "sections" ? [{ key: "state", header: "结论", cell: (row: CountRow) => <MetTag met={row.counts} /> }] : []),
  ];
  return (
    <>
      <Card title={`${trace.title}：${trace.totals.length > 0 ? `${n(trace.totals[0] ?? null)} ${trace.columns[0]?.unit ?? ""}，` : ""}${trace.counted} 所学校${figure.count === "sections" || figure.count === "students" ? "（部）" : ""}`} lead={trace.rule}>
        {trace.totals.length > 0 ? <p className="mb-2 text-sm tabular-nums">合计：{trace.totals.map((sum, at) => `${trace.columns[at]?.name} ${n(sum)} ${trace.columns[at]?.unit}`).join("，")}。</p> : null}
        {trace.rows.length === 0 ? <p className="text-sm text-muted">没有计入的学校。</p> : <FoldedTable caption={trace.title} rows={trace.rows} rowKey={(row) => row.code + (row.stage ?? "")} columns={columns} />}
      </Card>
      {trace.left.length > 0 ? <Card title={`${trace.left.length} 所学校没有计入或不单独计算`}><ul className="list-disc pl-5 text-sm">{trace.left.map((one) => <li key={one.school}>{one.school}：{one.reason}</li>)}</ul></Card> : null}
    </>
  );
}
