import { INDICATOR_KEYS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

/** A figure that can be traced: a coefficient with its mean and totals, or the verdict of a county. */
export type CountyFigure = { kind: "cv"; stage: Stage; key: IndicatorKey } | { kind: "verdict" };

const stageOf = (text: string | undefined) => STAGES.find((stage) => stage === text);
const keyOf = (text: string | undefined) => INDICATOR_KEYS.find((key) => key === text);

/** `cv.primary.teachingArea`, `verdict`; null: no figure. */
export function countyFigure(text: string): CountyFigure | null {
  if (text === "verdict") return { kind: "verdict" };
  const [kind, stage, key, ...rest] = text.split(".");
  const [found, indicator] = [stageOf(stage), keyOf(key)];
  return kind === "cv" && found && indicator && rest.length === 0 ? { kind: "cv", stage: found, key: indicator } : null;
}

/** `primary.teachingArea`: a value of a school's section; null: no figure. */
export function schoolFigure(text: string): { stage: Stage; key: IndicatorKey } | null {
  const [stage, key, ...rest] = text.split(".");
  const [found, indicator] = [stageOf(stage), keyOf(key)];
  return found && indicator && rest.length === 0 ? { stage: found, key: indicator } : null;
}

export const cvTrace = (code: string, year: number, stage: Stage, key: IndicatorKey): string => `/d/${code}/trace?year=${year}&figure=cv.${stage}.${key}`;
export const verdictTrace = (code: string, year: number): string => `/d/${code}/trace?year=${year}&figure=verdict`;
export const valueTrace = (schoolId: string, year: number, stage: Stage, key: IndicatorKey): string => `/s/${schoolId}/trace?year=${year}&figure=${stage}.${key}`;
