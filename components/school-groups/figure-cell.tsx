import { formatCv, formatValue } from "@/lib/evaluation/format";
import type { IndicatorFigures } from "@/lib/school-groups/figures";
import type { IndicatorKey } from "@/lib/standard/indicators";

/** A group's mean, how it stands to the county's, and its spread. */
export function FigureCell({ indicator, figures, county }: { indicator: IndicatorKey; figures: IndicatorFigures; county: number | null }) {
  if (figures.mean === null) return <span className="text-muted">无数据</span>;
  const side = county === null ? null : figures.mean > county ? "高于" : figures.mean < county ? "低于" : "等于";
  return (
    <span className="inline-block">
      <span className="font-medium">{formatValue(indicator, figures.mean)}</span>
      {side ? <span className="block text-xs text-muted">{side}全县</span> : null}
      {figures.counted > 1 && figures.cv !== null ? <span className="block text-xs text-muted">组内 {formatCv(figures.cv)}</span> : null}
      {figures.missing > 0 ? <span className="block text-xs text-warn">缺 {figures.missing} 所</span> : null}
    </span>
  );
}
