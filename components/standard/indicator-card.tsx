import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { floorOf, formatThreshold } from "@/lib/evaluation/format";
import type { StandardInForce } from "@/lib/standard/in-force";
import { CV_LIMIT, INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey } from "@/lib/standard/indicators";
import { StandardValue } from "./standard-value";

/** The seven indicators: definition, threshold and floor by stage, where the number stands in the statistics. */
export function IndicatorCard({ standard: { thresholds } }: { standard: StandardInForce }) {
  const columns: Column<IndicatorKey>[] = [
    { key: "name", header: "指标", className: "min-w-48", cell: (key) => <span className="font-medium">{INDICATORS[key].number}. {INDICATORS[key].name}<span className="text-muted">（{INDICATORS[key].unit}）</span></span> },
    ...STAGES.flatMap((stage): Column<IndicatorKey>[] => [
      { key: `${stage}-standard`, header: `${STAGE_NAME[stage]}标准`, numeric: true, cell: (key) => <StandardValue indicator={key} stage={stage} value={thresholds[key][stage]} /> },
      { key: `${stage}-floor`, header: `${STAGE_NAME[stage]} 85%`, numeric: true, cell: (key) => formatThreshold(floorOf(thresholds[key][stage])) },
    ]),
    { key: "definition", header: "怎样计算", className: "min-w-56", cell: (key) => INDICATORS[key].definition },
    { key: "source", header: "统计表和栏目", className: "min-w-36 text-muted", cell: (key) => INDICATORS[key].source },
  ];
  return (
    <Card title="资源配置 7 项指标" lead={`每所学校至少 6 项达到标准，余项不低于标准的 85%；每项差异系数：小学不高于 ${CV_LIMIT.primary.toFixed(2)}，初中不高于 ${CV_LIMIT.junior.toFixed(2)}，按在校生数加权`}>
      <DataTable caption="资源配置 7 项指标" columns={columns} rows={[...INDICATOR_KEYS]} rowKey={(key) => key} />
    </Card>
  );
}
