"use client";

import { useState } from "react";
import { FigureTable } from "@/components/charts/figure-table";
import { SpreadChart } from "@/components/charts/lazy";
import { TraceAnchor } from "@/components/trace/trace-link";
import type { CvDistribution } from "@/lib/results/cv-steps";
import { CV_LIMIT, INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { cvTrace } from "@/lib/trace/keys";

const keyOf = ({ stage, indicator }: Pick<CvDistribution, "stage" | "indicator">) => `${stage}.${indicator}`;
const nameOf = ({ stage, indicator }: Pick<CvDistribution, "stage" | "indicator">) => `${STAGE_NAME[stage]}${INDICATORS[indicator].shortName}`;
const stepName = (step: number, last: number) => `${(step / 20).toFixed(2)}${step === last ? " 及以上" : `—${((step + 1) / 20).toFixed(2)}`}`;
const LAST = 20;

/** How the counties spread in one coefficient, to be chosen; the weakest first. */
export function SpreadCard({ code, year, distributions, first }: { code: string; year: number; distributions: CvDistribution[]; first: string }) {
  const [chosen, choose] = useState(first);
  const shown = distributions.find((one) => keyOf(one) === chosen) ?? distributions[0];
  if (!shown) return null;
  const limit = CV_LIMIT[shown.stage];
  const over = shown.counties - shown.withinLimit;
  const [low, high] = [shown.steps[0]?.step ?? 0, shown.steps.at(-1)?.step ?? 0];
  const bars = Array.from({ length: high - low + 1 }, (_, at) => low + at).map((step) => { const found = shown.steps.find((one) => one.step === step); return { step, from: (step / 20).toFixed(2), within: found?.within ?? 0, over: found?.over ?? 0 }; });
  const label = `${nameOf(shown)}差异系数：${shown.counties} 个县中 ${over} 个超过 ${limit.toFixed(2)}${shown.open > 0 ? `，${shown.open} 个数据不全未计入` : ""}`;
  return (
    <section className="card min-w-0 px-5 py-4">
      <header className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <div><h2 className="font-semibold" aria-live="polite">{label}</h2><p className="text-sm text-muted">各县差异系数的分布（学校没有全部审定的县按已审定的计算），每格 0.05；标准不高于 {limit.toFixed(2)}；<TraceAnchor href={cvTrace(code, year, shown.stage, shown.indicator)}>逐县来历</TraceAnchor></p></div>
        <label className="no-print text-sm"><span className="sr-only">选择差异系数</span>
          <select className="rounded-md border border-line bg-surface px-2 py-1.5" value={keyOf(shown)} onChange={(event) => choose(event.target.value)}>
            {distributions.map((one) => <option key={keyOf(one)} value={keyOf(one)}>{nameOf(one)}</option>)}
          </select>
        </label>
      </header>
      <SpreadChart label={label} bars={bars} />
      <FigureTable caption={`${nameOf(shown)}差异系数的分布`} head={["差异系数", "限值以内的县", "超过限值的县"]} rows={bars.map((bar) => [stepName(bar.step, LAST), bar.within, bar.over])} />
    </section>
  );
}
