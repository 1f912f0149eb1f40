import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { formatCv } from "@/lib/evaluation/format";
import { STAGE_NAME, CV_LIMIT, INDICATOR_KEYS, INDICATORS, STAGES, type IndicatorKey } from "@/lib/standard/indicators";
import { failingCvs, isNear, openCvs, type Stages } from "@/lib/results/cvs";
import { TraceLink } from "@/components/trace/trace-link";
import { cvTrace } from "@/lib/trace/keys";
import { LimitBar } from "./limit-bar";

function Verdict({ stages, indicator }: { stages: Stages; indicator: IndicatorKey }) {
  const shown = STAGES.flatMap((stage) => { const result = stages[stage]?.indicators[indicator]; return result ? [{ stage, ...result }] : []; });
  const over = shown.filter((row) => row.cv !== null && !row.cvPass);
  if (over.length > 0) return <StatusTag tone="fail">{over.map((row) => STAGE_NAME[row.stage]).join("、")}超限</StatusTag>;
  if (shown.some((row) => row.cv === null)) return <StatusTag tone="pending">数据不全</StatusTag>;
  const near = shown.filter((row) => row.cv !== null && isNear(row.cv, row.cvLimit));
  return near.length > 0 ? <StatusTag tone="warn">{near.map((row) => STAGE_NAME[row.stage]).join("、")}临界</StatusTag> : <StatusTag tone="pass">达标</StatusTag>;
}

const Figure = ({ href, children }: { href: string | null; children: string }) => (href ? <TraceLink href={href}>{children}</TraceLink> : children);

/** The 7 × 2 coefficients against their limits. */
export function CvTable({ stages, traced }: { stages: Stages; /** Where each coefficient can be traced: stored ones alone. */ traced?: { code: string; year: number } }) {
  const failing = failingCvs(stages).length;
  const open = openCvs(stages);
  const title = failing > 0 ? `${failing} 项差异系数超过限值${open > 0 ? `，${open} 项数据不全` : ""}` : open > 0 ? `${open} 项差异系数待数据填全后计算` : "各项差异系数均在限值以内";
  const present = STAGES.filter((stage) => stages[stage]);
  const columns: Column<IndicatorKey>[] = [
    { key: "name", header: "指标", cell: (key) => INDICATORS[key].shortName },
    ...present.flatMap((stage): Column<IndicatorKey>[] => [
      { key: `${stage}-bar`, header: STAGE_NAME[stage], className: "w-1/4 max-sm:!hidden", cell: (key) => { const cell = stages[stage]?.indicators[key]; return cell ? <LimitBar value={cell.cv} limit={cell.cvLimit} failing={cell.cv !== null && !cell.cvPass} /> : null; } },
      { key: `${stage}-cv`, header: `${STAGE_NAME[stage]}系数`, numeric: true, cell: (key) => { const cell = stages[stage]?.indicators[key]; return <span className={cell && cell.cv !== null && !cell.cvPass ? "font-semibold text-fail" : undefined}>{cell?.cv == null ? "—" : <Figure href={traced ? cvTrace(traced.code, traced.year, stage, key) : null}>{formatCv(cell.cv, cell.cvPass ? undefined : cell.cvLimit)}</Figure>}</span>; } },
    ]),
    { key: "verdict", header: "结论", cell: (key) => <Verdict stages={stages} indicator={key} /> },
  ];
  return (
    <Card title={title} lead={`按在校生数加权，竖线为限值：小学 ${CV_LIMIT.primary.toFixed(2)}，初中 ${CV_LIMIT.junior.toFixed(2)}`}>
      <DataTable caption="差异系数" columns={columns} rows={[...INDICATOR_KEYS]} rowKey={(key) => key} />
    </Card>
  );
}
