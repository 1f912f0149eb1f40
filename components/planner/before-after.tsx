import { DataTable, type Column } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { CountyEvaluation, IndicatorOutcome } from "@/lib/evaluation/evaluate-county";
import { formatCv } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

type Row = { key: string; stage: Stage; indicator: IndicatorKey; before: IndicatorOutcome | undefined; after: IndicatorOutcome | undefined };
const cvText = (outcome: IndicatorOutcome | undefined): string => (outcome?.cv == null ? "—" : formatCv(outcome.cv, outcome.cvPass ? undefined : outcome.cvLimit));
const fails = (outcome: IndicatorOutcome | undefined): boolean => outcome !== undefined && outcome.cv !== null && !outcome.cvPass;

function Change({ before, after }: Pick<Row, "before" | "after">) {
  if (!after || after.cv === null) return <StatusTag tone="pending">数据不全</StatusTag>;
  if (fails(after)) return <StatusTag tone="fail">{fails(before) ? "仍超限" : "变为超限"}</StatusTag>;
  return <StatusTag tone="pass">{fails(before) ? "降到限值内" : "达标"}</StatusTag>;
}

const verdictText = ({ verdict }: CountyEvaluation): string => (verdict.resourceAllocation === null ? "数据不全，不作结论" : verdict.resourceAllocation ? "资源配置达标" : "资源配置未达标");
const compliant = ({ sections }: CountyEvaluation): string => `${sections.filter((section) => section.compliant).length}／${sections.length}`;

/** The verdict and every coefficient with its limit, as it stands and after. */
export function BeforeAfter({ before, after, caption }: { before: CountyEvaluation; after: CountyEvaluation; caption: string }) {
  const rows = STAGES.flatMap((stage) => (before.stages[stage] || after.stages[stage] ? INDICATOR_KEYS.map((indicator): Row => ({ key: `${stage}-${indicator}`, stage, indicator, before: before.stages[stage]?.indicators[indicator], after: after.stages[stage]?.indicators[indicator] })) : []));
  const columns: Column<Row>[] = [
    { key: "name", header: "差异系数", cell: (row) => `${STAGE_NAME[row.stage]}${INDICATORS[row.indicator].shortName}` },
    { key: "limit", header: "限值", numeric: true, cell: (row) => (row.after ?? row.before)?.cvLimit.toFixed(2) ?? "—" },
    { key: "before", header: "现在", numeric: true, cell: (row) => <span className={fails(row.before) ? "font-semibold text-fail" : undefined}>{cvText(row.before)}</span> },
    { key: "after", header: "之后", numeric: true, cell: (row) => <span className={fails(row.after) ? "font-semibold text-fail" : undefined}>{cvText(row.after)}</span> },
    { key: "change", header: "结论", cell: (row) => <Change before={row.before} after={row.after} /> },
  ];
  return (
    <>
      <dl className="mb-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">结论</dt><dd>现在：{verdictText(before)}；之后：<strong>{verdictText(after)}</strong></dd>
        <dt className="text-muted">达标的学校（部）</dt><dd>现在 {compliant(before)}；之后 <strong>{compliant(after)}</strong></dd>
      </dl>
      <DataTable caption={caption} rows={rows} rowKey={(row) => row.key} columns={columns} />
    </>
  );
}
