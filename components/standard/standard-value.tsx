import { formatThreshold } from "@/lib/evaluation/format";
import { INDICATORS, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

/** A threshold as a page prints it; one that was raised says so, with the state's beside it. */
export function StandardValue({ indicator, stage, value }: { indicator: IndicatorKey; stage: Stage; value: number }) {
  const national = INDICATORS[indicator].threshold[stage];
  if (value <= national) return <>{formatThreshold(value)}</>;
  return <span>{formatThreshold(value)}<span className="block text-xs text-muted">国家 {formatThreshold(national)}</span></span>;
}
