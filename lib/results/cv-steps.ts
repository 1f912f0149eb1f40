import { INDICATOR_KEYS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

/** Coefficients are shown by steps of 0.05; the last one is open above (the same steps as `cv_step` in the database, 0024). */
export const STEP = 0.05;
export const LAST_STEP = 20;
export const stepOf = (cv: number): number => Math.min(Math.floor(cv * 20 + 1e-9), LAST_STEP);

/** How many counties lie in a step of a coefficient; `step` −1 cannot be computed yet. */
export type StepCount = { stage: Stage; indicator: IndicatorKey; step: number; passed: boolean; n: number };
/** One coefficient over counties: those that have it, those within the limit, and how they spread. */
export type CvDistribution = { stage: Stage; indicator: IndicatorKey; counties: number; withinLimit: number; open: number; steps: { step: number; within: number; over: number }[] };

/** The 14 coefficients in the standard's order; those that no county has are left out. */
export function distributionsOf(counts: readonly StepCount[]): CvDistribution[] {
  return STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((indicator): CvDistribution[] => {
    const own = counts.filter((one) => one.stage === stage && one.indicator === indicator);
    if (own.length === 0) return [];
    const known = own.filter((one) => one.step >= 0);
    const sum = (list: StepCount[]) => list.reduce((total, { n }) => total + n, 0);
    const steps = [...new Set(known.map((one) => one.step))].sort((a, b) => a - b).map((step) => {
      const here = known.filter((one) => one.step === step);
      return { step, within: sum(here.filter((one) => one.passed)), over: sum(here.filter((one) => !one.passed)) };
    });
    return [{ stage, indicator, counties: sum(known), withinLimit: sum(known.filter((one) => one.passed)), open: sum(own) - sum(known), steps }];
  }));
}
