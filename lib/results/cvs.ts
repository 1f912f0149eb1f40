import { INDICATOR_KEYS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { StageOutcome } from "./get-county-results";

export type Stages = Partial<Record<Stage, StageOutcome>>;
export type CountyCv = { stage: Stage; key: IndicatorKey; cv: number; limit: number };

const all = (stages: Stages) => STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => { const outcome = stages[stage]?.indicators[key]; return outcome ? [{ stage, key, ...outcome }] : []; }));

/** Coefficients beyond their limit, in the standard's order. */
export const failingCvs = (stages: Stages): CountyCv[] =>
  all(stages).flatMap(({ stage, key, cv, cvPass, cvLimit }) => (cv !== null && !cvPass ? [{ stage, key, cv, limit: cvLimit }] : []));

/** 临界: within the limit, but above 95 % of it. */
const NEAR = 0.95;
export const isNear = (cv: number, limit: number): boolean => cv > limit * NEAR;
export const nearCvs = (stages: Stages): CountyCv[] =>
  all(stages).flatMap(({ stage, key, cv, cvPass, cvLimit }) => (cv !== null && cvPass && isNear(cv, cvLimit) ? [{ stage, key, cv, limit: cvLimit }] : []));

/** Coefficients that cannot be computed yet (or have no mean): never a pass. */
export const openCvs = (stages: Stages): number => all(stages).filter(({ cv }) => cv === null).length;

export const countCvs = (stages: Stages): number => all(stages).length;
