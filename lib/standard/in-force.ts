import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, STANDARD_NAME, type IndicatorKey, type Stage } from "./indicators";
import { DEFAULT_READINGS } from "./default-readings";
import { READING_KEYS, readingLabel, readingSpec, type Readings } from "./readings";
import { resolveThresholds, type ResolvedThresholds } from "./thresholds";

/** What a county is judged by in a year: the thresholds as raised and the readings as chosen. */
export type StandardInForce = { thresholds: ResolvedThresholds; readings: Readings };

export const NATIONAL_STANDARD: StandardInForce = { thresholds: resolveThresholds([], "cn", ""), readings: DEFAULT_READINGS };

/** Year Y is judged by what holds on the day of its figures (ARCHITECTURE decision 6). */
export const standardDay = (year: number): string => `${year}-09-01`;

/** Thresholds above the state's, in the standard's order. */
export const raisedThresholds = ({ thresholds }: StandardInForce): { indicator: IndicatorKey; stage: Stage; value: number }[] =>
  INDICATOR_KEYS.flatMap((indicator) => STAGES.flatMap((stage) => {
    const value = thresholds[indicator][stage];
    return value > INDICATORS[indicator].threshold[stage] ? [{ indicator, stage, value }] : [];
  }));

/** For the foot of a result: the standard, what was raised, and the readings. */
export function standardText(standard: StandardInForce): string {
  const raised = raisedThresholds(standard).map(({ indicator, stage, value }) => `${STAGE_NAME[stage]}${INDICATORS[indicator].shortName} ${value}`);
  const chosen = READING_KEYS.filter((key) => standard.readings[key] !== DEFAULT_READINGS[key]).map((key) => `${readingSpec(key).question}：${readingLabel(key, standard.readings[key])}`);
  const readings = chosen.length > 0 ? chosen.join("；") : "50 人以下教学点不计入，差异系数按在校生数加权，以未四舍五入的数值判定";
  return `标准：${STANDARD_NAME}${raised.length > 0 ? `，其中按上级或本级文件提高：${raised.join("、")}` : ""} · 口径：${readings}`;
}
