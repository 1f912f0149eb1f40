import Link from "next/link";
import { DataTable, type Column } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { formatValue } from "@/lib/evaluation/format";
import { STAGE_NAME, INDICATOR_KEYS, INDICATORS } from "@/lib/standard/indicators";
import { printedLimit, type StandardInForce } from "@/lib/standard/in-force";
import type { StoredSection } from "@/lib/results/list-sections";

/** One indicator's value of a section: red below 85 %, amber between the floor and the standard; the sign says it without colour. */
function Value({ section, indicator, standard: { thresholds, readings } }: { section: StoredSection; indicator: (typeof INDICATOR_KEYS)[number]; standard: StandardInForce }) {
  const value = section.values[indicator];
  if (value === null) return <span className="text-muted">未填</span>;
  const text = formatValue(indicator, value, printedLimit(readings, thresholds[indicator][section.stage]));
  if (section.atStandard[indicator]) return <>{text}</>;
  return section.atFloor[indicator] ? <span className="text-warn">{text}▽</span> : <span className="font-semibold text-fail">{text}▼</span>;
}

/** Schools × 7 indicators. */
export function SectionTable({ sections, year, caption, standard }: { sections: StoredSection[]; year: number; caption: string; standard: StandardInForce }) {
  const columns: Column<StoredSection>[] = [
    { key: "name", header: "学校", cell: (row) => <Link className="link" prefetch={false} href={`/s/${row.schoolId}/overview?year=${year}`}>{row.school}</Link> },
    { key: "stage", header: "学段", cell: (row) => STAGE_NAME[row.stage] },
    { key: "students", header: "在校生", numeric: true, cell: (row) => row.students.toLocaleString("zh-CN") },
    ...INDICATOR_KEYS.map((key): Column<StoredSection> => ({ key, header: `${INDICATORS[key].shortName}（${INDICATORS[key].unit}）`, numeric: true, cell: (row) => <Value section={row} indicator={key} standard={standard} /> })),
    { key: "count", header: "达标项", numeric: true, cell: (row) => `${row.standardCount}／7` },
    { key: "state", header: "结论", cell: (row) => (!row.complete ? <StatusTag tone="pending">数据不全</StatusTag> : row.compliant ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>) },
  ];
  return (
    <>
      <p className="mb-2 text-sm text-muted">共 {sections.length} 条。▽ 未达标准但不低于 85%，▼ 低于标准的 85%。</p>
      <DataTable caption={caption} columns={columns} rows={sections} rowKey={(row) => row.schoolId + row.stage} />
    </>
  );
}
