import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { TraceLink } from "@/components/trace/trace-link";
import type { CompareSchoolsView } from "@/lib/compare/load-compare";
import { formatThreshold, formatValue, printedLimit } from "@/lib/evaluation/format";
import { yearName } from "@/lib/results/years";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { valueTrace } from "@/lib/trace/keys";
import { Choose } from "./choose";
import { CompareTabs } from "./compare-tabs";

type Shown = CompareSchoolsView["shown"][number];
type Line = { name: string; cell: (section: Shown) => ReactNode };

/** Schools (parts) of a county side by side, each against its own standard; other counties' figures are not here. */
export function CompareSchools({ view, add }: { view: CompareSchoolsView; add: string }) {
  const { place, year, options, refusal, shown, standard: { thresholds, readings } } = view;
  const name = (section: Shown) => `${section.school}（${STAGE_NAME[section.stage]}）`;
  const lines: Line[] = [
    { name: "在校生（人）", cell: (section) => section.students.toLocaleString("zh-CN") },
    ...INDICATOR_KEYS.map((key): Line => ({
      name: `${INDICATORS[key].shortName}（${INDICATORS[key].unit}）`,
      cell: (section) => {
        const value = section.values[key];
        if (value === null) return "未填";
        const limit = thresholds[key][section.stage];
        return <><TraceLink href={valueTrace(section.schoolId, year, section.stage, key)}>{formatValue(key, value, printedLimit(readings, limit))}</TraceLink><span className={section.atStandard[key] ? "text-muted" : "text-fail"}>{section.atStandard[key] ? " ≥ " : " < "}{formatThreshold(limit)}</span></>;
      },
    })),
    { name: "达到要求的指标", cell: (section) => `${section.standardCount}／7` },
    { name: "结论", cell: (section) => (!section.complete ? "数据不全" : section.compliant ? "达标" : "未达标") },
  ];
  const columns: Column<Line>[] = [
    { key: "name", header: "项目", cell: (line) => line.name },
    ...shown.map((section): Column<Line> => ({ key: `${section.schoolId}.${section.stage}`, header: name(section), numeric: true, cell: (line) => line.cell(section) })),
  ];
  const met = shown.filter(({ compliant, complete }) => compliant && complete).length;
  return (
    <>
      <CompareTabs code={place.code} year={year} current="" />
      <Finding tone="neutral" sentence={shown.length === 0 ? `选择${place.name}的学校，放在一起比较。` : `${shown.map(name).join("、")}${yearName(year)}数据并列，${met} 所达标。`}>
        <Link className="link no-print" prefetch={false} href={`/d/${place.code}/time?year=${year}`}>与本县往年比较</Link>
      </Finding>
      <Choose code={place.code} year={year} noun="学校（部）" options={options} refusal={refusal} value={add} chosen={shown.map((section) => ({ key: `${section.schoolId}.${section.stage}`, name: name(section) }))} />
      {shown.length === 0 ? <Empty title="还没有选择">按名称加入两所以上的学校（部）；没有审定数据的学校不在其中。</Empty> : <Card title="并列比较" lead="每个数后为该学段的标准；按加入的先后排列，不排名次。"><DataTable caption="学校比较" rows={lines} rowKey={(line) => line.name} columns={columns} /></Card>}
    </>
  );
}
