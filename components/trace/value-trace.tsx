import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { floorOf, formatThreshold, formatValue, printedLimit } from "@/lib/evaluation/format";
import { yearName } from "@/lib/results/years";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import type { ValueTraceView } from "@/lib/trace/load-value";
import { thresholdLayer } from "@/lib/trace/read-layers";
import { approvalLines } from "./approval-lines";
import { BackLink } from "./back-link";
import { InputsTable } from "./inputs-table";
import { formLine, Provenance } from "./provenance";
import { Steps } from "./steps";

/** How one value of a school came about: formula, numbers, inputs with form and column, approval. */
export function ValueTrace({ view: { school, year, figure: { stage, key }, standard, trace, stored, merged, same, sameForm, approval, correcting, layers }, parts }: { view: ValueTraceView; parts: { label: string; text: string }[] }) {
  const { name, unit, source } = INDICATORS[key];
  const limit = standard.thresholds[key][stage];
  const printed = trace.value === null ? "没有数据" : `${formatValue(key, trace.value, printedLimit(standard.readings, limit))} ${unit}`;
  const verdict = stored.values[key] === null ? "数据不全" : stored.atStandard[key] ? "达标" : stored.atFloor[key] ? "未达标，不低于标准的 85%" : "未达标，低于标准的 85%";
  return (
    <>
      <Finding tone={stored.values[key] === null ? "pending" : stored.atStandard[key] ? "pass" : "fail"} sentence={`${school.name}${yearName(year)}${STAGE_NAME[stage]}${name}：${printed}，标准 ${formatThreshold(limit)}，${verdict}。`}>
        <BackLink href={`/s/${school.id}/overview?year=${year}`}>返回</BackLink>
      </Finding>
      <Card title="怎样算出来" lead={trace.formula}>
        <Steps steps={[...trace.steps, `标准 ${formatThreshold(limit)}，标准的 85% 为 ${formatThreshold(floorOf(limit))}：${verdict}`]} />
        {merged.length > 0 ? <p className="mt-2 text-sm text-muted">按所选口径，{merged.length} 个不足 50 人的教学点并入本校计算，下列数为合计。</p> : null}
      </Card>
      <Card title="用到的数" lead={`指标口径：${INDICATORS[key].definition}统计报表：${source}。`}>
        <InputsTable inputs={trace.inputs} />
      </Card>
      <Provenance same={same} standard={standard} lines={[...parts, ...approvalLines(approval, correcting), ...formLine(sameForm), { label: "标准值", text: thresholdLayer(layers, key, stage, limit) }]} />
    </>
  );
}
