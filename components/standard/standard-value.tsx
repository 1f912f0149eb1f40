import { INDICATORS, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

/** A threshold as a page prints it; one that was raised says so, with the state's beside it. */
export function StandardValue({ indicator, stage, value }: { indicator: IndicatorKey; stage: Stage; value: number }) {
  const national = INDICATORS[indicator].threshold[stage];
  if (value <= national) return <>{value.toLocaleString("en-US")}</>;
  return <span>{value.toLocaleString("en-US")}<span className="block text-xs text-muted">国家 {national.toLocaleString("en-US")}</span></span>;
}
