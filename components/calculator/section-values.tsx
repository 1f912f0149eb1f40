import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { Section } from "@/lib/evaluation/evaluate-school";
import { formatValue } from "@/lib/evaluation/format";
import { stageLabel } from "@/lib/exchange/columns";
import { INDICATOR_KEYS, INDICATORS, type IndicatorKey } from "@/lib/standard/indicators";

/** A value against its standard; the sign says it without colour. */
function Value({ section, indicator }: { section: Section; indicator: IndicatorKey }) {
  const value = section.values[indicator];
  if (value === null) return <span className="text-muted">未填</span>;
  const text = formatValue(indicator, value, INDICATORS[indicator].threshold[section.stage]);
  if (section.atStandard[indicator]) return <>{text}</>;
  return section.atFloor[indicator] ? <span className="text-warn">{text}▽</span> : <span className="font-semibold text-fail">{text}▼</span>;
}

const COLUMNS: Column<Section>[] = [
  { key: "school", header: "学校", className: "min-w-44", cell: ({ school }) => school },
  { key: "stage", header: "学段", cell: ({ stage }) => stageLabel(stage) },
  { key: "students", header: "在校生", numeric: true, cell: ({ students }) => students.toLocaleString("zh-CN") },
  { key: "count", header: "达标项", numeric: true, cell: ({ standardCount }) => `${standardCount}／7` },
  { key: "state", header: "结论", cell: ({ compliant }) => (compliant ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>) },
  ...INDICATOR_KEYS.map((key): Column<Section> => ({ key, header: `${INDICATORS[key].shortName}（${INDICATORS[key].unit}）`, numeric: true, cell: (section) => <Value section={section} indicator={key} /> })),
];

/** All sections × 7 values. */
export function SectionValues({ sections }: { sections: Section[] }) {
  const compliant = sections.filter((section) => section.compliant).length;
  return (
    <Card title={`${sections.length} 所学校（部）中 ${compliant} 所达标`} lead="至少 6 项达到标准、余项不低于 85% 为达标。▽ 未达标准但不低于 85%，▼ 低于标准的 85%。">
      <DataTable caption="各校指标值" columns={COLUMNS} rows={sections} rowKey={({ code, stage }) => code + stage} />
    </Card>
  );
}
