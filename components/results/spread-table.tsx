import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { STAGE_NAME, CV_LIMIT, INDICATOR_KEYS, INDICATORS, STAGES } from "@/lib/standard/indicators";
import type { CvSpread } from "@/lib/results/get-cv-spread";
import { TraceLink } from "@/components/trace/trace-link";
import { cvTrace } from "@/lib/trace/keys";

const three = (value: number | null) => (value === null ? "—" : value.toFixed(3));

/** How the counties are spread in each coefficient; the weakest first in the title. */
export function SpreadTable({ code, year, spread }: { code: string; year: number; spread: CvSpread[] }) {
  const rows = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => spread.filter((row) => row.stage === stage && row.indicator === key)));
  if (rows.length === 0) return null;
  const weakest = [...rows].sort((a, b) => a.withinLimit / a.counties - b.withinLimit / b.counties)[0];
  const title = weakest && weakest.withinLimit < weakest.counties
    ? `${STAGE_NAME[weakest.stage]}${INDICATORS[weakest.indicator].shortName}最薄弱：${weakest.counties - weakest.withinLimit} 个县超过限值` : "各县差异系数均在限值以内";
  return (
    <Card title={title} lead={`各县差异系数的分布，限值：小学 ${CV_LIMIT.primary.toFixed(2)}，初中 ${CV_LIMIT.junior.toFixed(2)}`}>
      <DataTable caption="各县差异系数分布" rows={rows} rowKey={(row) => row.stage + row.indicator} columns={[
        { key: "name", header: "指标", cell: (row) => `${STAGE_NAME[row.stage]} ${INDICATORS[row.indicator].shortName}` },
        { key: "within", header: "限值以内", numeric: true, cell: (row) => <TraceLink href={cvTrace(code, year, row.stage, row.indicator)}>{row.withinLimit}／{row.counties}</TraceLink> },
        { key: "min", header: "最小", numeric: true, cell: (row) => three(row.min) },
        { key: "p25", header: "四分之一位", numeric: true, cell: (row) => three(row.p25) },
        { key: "median", header: "中位", numeric: true, cell: (row) => three(row.median) },
        { key: "p75", header: "四分之三位", numeric: true, cell: (row) => three(row.p75) },
        { key: "max", header: "最大", numeric: true, cell: (row) => three(row.max) },
      ]} />
    </Card>
  );
}
