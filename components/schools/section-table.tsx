import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { DataTable, type Column } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { formatValue, printedLimit } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import type { StandardInForce } from "@/lib/standard/in-force";
import { SCHOOL_KIND_LABEL } from "@/lib/standard/school-kinds";
import type { SectionRow } from "@/lib/results/page-sections";
import type { SchoolsView } from "@/lib/results/load-schools";
import { schoolsHref, type SchoolColumn, type SortKey } from "@/lib/results/school-filters";
import { TraceLink } from "@/components/trace/trace-link";
import { schoolCountTrace, valueTrace } from "@/lib/trace/keys";
import { COLUMN_NAME } from "./column-names";

type View = Exclude<SchoolsView, { kind: "empty" }>;

/** One indicator's value of a section: red below 85 %, amber between the floor and the standard; the sign says it without colour. */
function Value({ section, indicator, year, standard: { thresholds, readings } }: { section: SectionRow; indicator: (typeof INDICATOR_KEYS)[number]; year: number; standard: StandardInForce }) {
  const value = section.values[indicator];
  if (value === null) return <span className="text-muted">未填</span>;
  const text = <TraceLink href={valueTrace(section.schoolId, year, section.stage, indicator)}>{formatValue(indicator, value, printedLimit(readings, thresholds[indicator][section.stage]))}</TraceLink>;
  if (section.atStandard[indicator]) return text;
  return section.atFloor[indicator] ? <span className="text-warn">{text}▽</span> : <span className="font-semibold text-fail">{text}▼</span>;
}

function columnsOf({ standard, year, place, filters }: View): Column<SectionRow>[] {
  const sorted = (key: SortKey) => ({
    sortHref: schoolsHref(place.code, year, filters, { sort: { key, descending: filters.sort.key === key && !filters.sort.descending } }),
    sorted: filters.sort.key === key ? (filters.sort.descending ? "descending" as const : "ascending" as const) : undefined,
  });
  const optional: Record<SchoolColumn, Column<SectionRow>> = {
    county: { key: "county", header: COLUMN_NAME.county, cell: (row) => row.county, ...sorted("county") },
    kind: { key: "kind", header: COLUMN_NAME.kind, cell: (row) => SCHOOL_KIND_LABEL[row.kind] },
    stage: { key: "stage", header: COLUMN_NAME.stage, cell: (row) => STAGE_NAME[row.stage], ...sorted("stage") },
    students: { key: "students", header: COLUMN_NAME.students, numeric: true, cell: (row) => <TraceLink href={schoolCountTrace(row.schoolId, year, "students", row.stage)}>{row.students.toLocaleString("zh-CN")}</TraceLink>, ...sorted("students") },
    ...indicatorColumns(standard, year, sorted),
    count: { key: "count", header: COLUMN_NAME.count, numeric: true, cell: (row) => `${row.standardCount}／7`, ...sorted("count") },
  };
  return [
    { key: "name", header: "学校", cell: (row) => <Link className="link" prefetch={false} href={`/s/${row.schoolId}/overview?year=${year}`}>{row.school}</Link>, className: "min-w-28", ...sorted("name") },
    ...filters.cols.filter((column) => column !== "county" || place.level !== "county").map((column) => optional[column]),
    { key: "state", header: "结论", cell: (row) => (!row.complete ? <StatusTag tone="pending">数据不全</StatusTag> : row.compliant ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>), ...sorted("state") },
  ];
}

type Indicator = (typeof INDICATOR_KEYS)[number];

function indicatorColumns(standard: StandardInForce, year: number, sorted: (key: SortKey) => Pick<Column<SectionRow>, "sortHref" | "sorted">): Record<Indicator, Column<SectionRow>> {
  const column = (key: Indicator): Column<SectionRow> => ({ key, header: COLUMN_NAME[key], unit: INDICATORS[key].unit, numeric: true, cell: (row) => <Value section={row} indicator={key} year={year} standard={standard} />, ...sorted(key) });
  return {
    degreeTeachers: column("degreeTeachers"), backboneTeachers: column("backboneTeachers"), artsPeTeachers: column("artsPeTeachers"), teachingArea: column("teachingArea"),
    sportsArea: column("sportsArea"), equipmentValue: column("equipmentValue"), multimediaRooms: column("multimediaRooms"),
  };
}

/** Schools × 7 indicators: one page, the ways to order it and to the other pages. */
export function SectionTable({ view }: { view: View }) {
  const { list: { rows, counts, page, pages }, place, year, filters } = view;
  return (
    <>
      <p role="status" className="mb-2 text-sm text-muted">{counts.matched === counts.total ? `共 ${counts.total} 条` : `符合条件 ${counts.matched} 条，共 ${counts.total} 条`}。▽ 未达标准但不低于 85%，▼ 低于标准的 85%。</p>
      {rows.length === 0 ? <p className="py-6 text-center text-muted">没有符合条件的学校，请放宽条件，或点“重置”。</p>
        : <DataTable caption="学校与七项指标" columns={columnsOf(view)} rows={rows} rowKey={(row) => row.schoolId + row.stage} />}
      {pages > 1 ? (
        <nav aria-label="分页" className="no-print mt-3 flex flex-wrap items-center gap-3 text-sm">
          <span className="text-muted">第 {page} / {pages} 页</span>
          {page > 1 ? <Link prefetch={false} className={buttonClass()} href={schoolsHref(place.code, year, filters, { page: page - 1 })}>上一页</Link> : null}
          {page < pages ? <Link prefetch={false} className={buttonClass()} href={schoolsHref(place.code, year, filters, { page: page + 1 })}>下一页</Link> : null}
        </nav>
      ) : null}
    </>
  );
}
