import { FigureTable } from "@/components/charts/figure-table";
import { WeaknessChart } from "@/components/charts/lazy";
import { Card } from "@/components/ui/card";
import type { CvDistribution } from "@/lib/results/cv-steps";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { cvTrace } from "@/lib/trace/keys";
import { SHORT_NAME } from "./short-names";

const over = (row: CvDistribution) => row.counties - row.withinLimit;

/** The weakest coefficient of all: the one that the largest share of counties exceeds. */
export function weakestOf(rows: CvDistribution[]): CvDistribution | null {
  return [...rows].sort((a, b) => over(b) * a.counties - over(a) * b.counties)[0] ?? null;
}

/** Counties beyond the limit, coefficient by coefficient; the year before stands in the table. */
export function WeaknessCard({ code, rows, before, year }: { code: string; rows: CvDistribution[]; before: CvDistribution[]; year: number }) {
  const find = (list: CvDistribution[], stage: Stage, indicator: IndicatorKey) => list.find((one) => one.stage === stage && one.indicator === indicator);
  const weakest = weakestOf(rows);
  if (!weakest) return null;
  const title = over(weakest) === 0 ? "有数据的县差异系数均在限值以内" : `${STAGE_NAME[weakest.stage]}${INDICATORS[weakest.indicator].shortName}超过限值的县最多：${over(weakest)}／${weakest.counties} 个`;
  const bars = INDICATOR_KEYS.map((key) => {
    const [primary, junior] = STAGES.map((stage) => find(rows, stage, key));
    return { name: SHORT_NAME[key], primary: primary ? over(primary) : null, junior: junior ? over(junior) : null };
  });
  const links = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => (find(rows, stage, key) ? [cvTrace(code, year, stage, key)] : [])));
  const table = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => {
    const [now, was] = [find(rows, stage, key), find(before, stage, key)];
    return now ? [[`${STAGE_NAME[stage]}${INDICATORS[key].shortName}`, now.counties, over(now), now.open, ...(before.length > 0 ? [was ? `${over(was)}／${was.counties}` : "—"] : [])]] : [];
  }));
  return (
    <Card title={title} lead="超过差异系数限值的县数（小学 0.50，初中 0.45）；学校没有全部审定的县按已审定的计算">
      <WeaknessChart label={title} bars={bars} />
      <FigureTable caption="各项差异系数超限的县" links={links} head={["差异系数", "有数据的县", "超过限值", "数据不全", ...(before.length > 0 ? [`${year - 1}学年初超限`] : [])]} rows={table} />
    </Card>
  );
}
