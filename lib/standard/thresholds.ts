import { INDICATORS, type IndicatorKey, type Stage } from "./indicators";

/** A threshold raised by a province or city, with the document that raises it. Dates are ISO days. */
export type ThresholdOverride = { divisionCode: string; indicator: IndicatorKey; stage: Stage; value: number; basis: string; validFrom: string; validTo: string | null };

export type ResolvedThresholds = Record<IndicatorKey, Record<Stage, number>>;

/** The state's thresholds, as a fresh copy. */
const national = (): ResolvedThresholds => ({
  degreeTeachers: { ...INDICATORS.degreeTeachers.threshold },
  backboneTeachers: { ...INDICATORS.backboneTeachers.threshold },
  artsPeTeachers: { ...INDICATORS.artsPeTeachers.threshold },
  teachingArea: { ...INDICATORS.teachingArea.threshold },
  sportsArea: { ...INDICATORS.sportsArea.threshold },
  equipmentValue: { ...INDICATORS.equipmentValue.threshold },
  multimediaRooms: { ...INDICATORS.multimediaRooms.threshold },
});

/** Why a threshold may not be set; null when it may. A level may raise what stands above it, never lower it. */
export function refuseOverride(above: ResolvedThresholds, { indicator, stage, value }: Pick<ThresholdOverride, "indicator" | "stage" | "value">): string | null {
  const standing = above[indicator][stage];
  return value < standing ? `${INDICATORS[indicator].name}不能低于上级标准 ${standing}。` : null;
}

/**
 * The same over the whole time that an override is to hold: at its first day and whenever something above it begins meanwhile.
 * `above` are the overrides of the levels above the division only.
 */
export function refuseThroughout(above: readonly ThresholdOverride[], entry: ThresholdOverride): string | null {
  const days = [entry.validFrom, ...above.map((other) => other.validFrom)].filter((day) => day >= entry.validFrom && (entry.validTo === null || day <= entry.validTo));
  for (const day of days) {
    const refusal = refuseOverride(resolveThresholds(above, entry.divisionCode, day), entry);
    if (refusal !== null) return refusal;
  }
  return null;
}

/**
 * The thresholds of a division on a day: 国家 ← 省 ← 市, shorter codes first. An override that would lower what stands above it
 * does not count, so that a wrong row can never soften the standard.
 */
export function resolveThresholds(overrides: readonly ThresholdOverride[], divisionCode: string, day: string): ResolvedThresholds {
  const resolved = national();
  const valid = overrides
    .filter((entry) => divisionCode.startsWith(entry.divisionCode) && entry.validFrom <= day && (entry.validTo === null || day <= entry.validTo))
    .sort((a, b) => a.divisionCode.length - b.divisionCode.length);
  for (const entry of valid) if (refuseOverride(resolved, entry) === null) resolved[entry.indicator][entry.stage] = entry.value;
  return resolved;
}
