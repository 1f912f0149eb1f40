import { TraceAnchor } from "@/components/trace/trace-link";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { formatCv } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { yearName } from "@/lib/results/years";
import type { CountyYear } from "@/lib/time-series/read-years";
import { countTrace, cvTrace, sectionsTrace, verdictTrace } from "@/lib/trace/keys";

type Line = { name: string; cell: (year: CountyYear) => string; over?: (year: CountyYear) => boolean; trace: (code: string, year: number) => string };

const GAP = "数据不全";

const cvLine = (stage: Stage, key: IndicatorKey): Line => ({
  trace: (code, year) => cvTrace(code, year, stage, key),
  name: `${STAGE_NAME[stage]}${INDICATORS[key].shortName}`,
  cell: (year) => { const own = year.stages[stage]?.indicators[key]; return own?.cv == null ? "—" : formatCv(own.cv, own.cvPass ? undefined : own.cvLimit); },
  over: (year) => { const own = year.stages[stage]?.indicators[key]; return own?.cv != null && !own.cvPass; },
});

/** Every year of a county: pupils, compliance and the 14 coefficients. A year that is not approved whole is a gap, not a zero. */
export function CvYears({ code, years }: { code: string; years: CountyYear[] }) {
  const lines: Line[] = [
    ...STAGES.filter((stage) => years.some((year) => year.stages[stage])).map((stage): Line => ({ name: `${STAGE_NAME[stage]}在校生（人）`, cell: (year) => year.stages[stage]?.students.toLocaleString("zh-CN") ?? "—", trace: (place, year) => countTrace(place, year, { count: "students", stage }) })),
    { name: "达标学校（部）", cell: (year) => `${year.compliantSections}／${year.sections}`, trace: sectionsTrace },
    { name: "四个方面均达标", cell: (year) => (year.verdict === null ? GAP : year.verdict ? "是" : "否"), trace: verdictTrace },
    ...STAGES.filter((stage) => years.some((year) => year.stages[stage])).flatMap((stage) => INDICATOR_KEYS.map((key) => cvLine(stage, key))),
  ];
  const whole = years.filter((one) => one.whole).length;
  const title = `${whole} 个年度的数据全部审定${whole < years.length ? `，${years.length - whole} 个年度数据不全，留空` : ""}`;
  return (
    <Card title={title} lead="在校生、达标学校和 14 项差异系数；红色加粗为超过当年限值。">
      <DataTable caption="历年数据" rows={lines} rowKey={(line) => line.name} columns={[
        { key: "name", header: "项目", cell: (line) => line.name },
        ...years.map((year): Column<Line> => ({
          key: String(year.year), header: yearName(year.year), numeric: true,
          cell: (line) => (year.whole ? <span className={line.over?.(year) ? "font-semibold text-fail" : undefined}>{line.cell(year) === "—" ? "—" : <TraceAnchor href={line.trace(code, year.year)}>{line.cell(year)}</TraceAnchor>}{line.over?.(year) ? <span className="sr-only">，超过限值</span> : null}</span> : <span className="text-muted">{GAP}</span>),
        })),
      ]} />
    </Card>
  );
}
