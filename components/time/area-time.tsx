import { TraceAnchor } from "@/components/trace/trace-link";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { RECOGNISED_BASIS } from "@/lib/results/trend";
import { yearName } from "@/lib/results/years";
import { areaSentence } from "@/lib/time-series/area-sentence";
import type { AreaTimeView } from "@/lib/time-series/load-time";
import { countiesTrace, sectionsTrace } from "@/lib/trace/keys";

type Line = { name: string; cell: (year: AreaTimeView["years"][number]) => string; trace?: (code: string, year: number) => string };
const n = (value: number) => value.toLocaleString("zh-CN");

/** A city, a province or the nation by year: counties whole, passing, and beyond each coefficient's limit. */
export function AreaTime({ view }: { view: AreaTimeView }) {
  const { place, counties, years, over } = view;
  if (years.length === 0) return <><Finding tone="pending" sentence={`${place.name}还没有审定的数据。`} /><Empty title="还没有历年数据">各县完成审定后，这里显示逐年的县数。</Empty></>;
  const whole = (cell: Line["cell"]): Line["cell"] => (year) => (year.reported === 0 ? "—" : cell(year));
  const lines: Line[] = [
    { name: "完成审定的县级单位", cell: (year) => `${n(year.reported)}／${n(counties)}`, trace: (code, year) => countiesTrace(code, year, "reported") },
    { name: "已认定（到该年年末或今天）", cell: (year) => (year.recognised === null ? "—" : n(year.recognised)) },
    { name: "资源配置达标", cell: whole((year) => n(year.resourcePassed)), trace: (code, year) => countiesTrace(code, year, "resource") },
    { name: "四个方面均达标", cell: whole((year) => n(year.compliant)), trace: (code, year) => countiesTrace(code, year, "compliant") },
    { name: "达标学校（部）", cell: whole((year) => `${n(year.compliantSections)}／${n(year.sections)}`), trace: sectionsTrace },
  ];
  const cvs: Line[] = STAGES.flatMap((stage) => INDICATOR_KEYS.map((key): Line => ({
    name: `${STAGE_NAME[stage]}${INDICATORS[key].shortName}`,
    cell: whole((year) => { const own = over.find((row) => row.year === year.year && row.stage === stage && row.indicator === key); return own ? `${n(own.over)}／${n(own.counties)}` : "—"; }),
  })));
  const columns = (head: string): Column<Line>[] => [
    { key: "name", header: head, cell: (line) => line.name },
    ...years.map((year) => ({ key: String(year.year), header: yearName(year.year), numeric: true, cell: (line: Line) => (line.trace && line.cell(year) !== "—" ? <TraceAnchor href={line.trace(place.code, year.year)}>{line.cell(year)}</TraceAnchor> : line.cell(year)) })),
  ];
  return (
    <>
      <Finding tone="neutral" sentence={areaSentence(place.name, years)} />
      <Card title="历年县级单位数" lead={`达标按审定数据，不是认定；没有完成审定的县不算达标，也不算未达标，没有县完成审定的年度留空。${RECOGNISED_BASIS}。`}>
        <DataTable caption="历年县级单位数" rows={lines} rowKey={(line) => line.name} columns={columns("项目")} />
      </Card>
      <Card title="历年超过差异系数限值的县" lead={place.level === "nation" ? "超过限值的县／能计算该项的县；没有完成审定的县按已审定的学校计入，数据齐全后会变化。" : "超过限值的县／完成审定的县。"}>
        <DataTable caption="历年超过限值的县" rows={cvs} rowKey={(line) => line.name} columns={columns("差异系数")} />
      </Card>
    </>
  );
}
