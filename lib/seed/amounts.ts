import { INDICATORS, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { round } from "./prng";
import type { Heads } from "./schools";

/** Raw amounts: teachers by stage (“primary.degreeTeachers”), the rest for the whole school (㎡, 万元, rooms). */
export type Amounts = Record<string, number>;

/** Whose amount it is: a stage's teachers, or the rooms and things of the whole school. */
export type Whose = Stage | "school";

export const amountName = (key: IndicatorKey, whose: Whose) => (whose === "school" ? key : `${whose}.${key}`);

/** Head weights of the stages (小学 1 : 初中 1.1 : 高中 1.32; 完全中学 1 : 1.2). STANDARD B.2 */
const weightsOf = (heads: Heads): Heads => (heads.primary > 0 ? { primary: 1, junior: 1.1, senior: 1.32 } : { primary: 0, junior: 1, senior: 1.2 });

function weightedHeads(heads: Heads): number {
  const weights = weightsOf(heads);
  return heads.primary * weights.primary + heads.junior * weights.junior + heads.senior * weights.senior;
}

/** The standard in raw units a pupil: 人, ㎡, 万元, rooms. */
function standardPerPupil(key: IndicatorKey, stage: Stage): number {
  const { threshold, per } = INDICATORS[key];
  return threshold[stage] / per / (key === "equipmentValue" ? 10_000 : 1);
}

/** What is needed in all to be at the standard; of a whole school, in each of its stages. */
export function needOf(key: IndicatorKey, whose: Whose, heads: Heads): number {
  if (whose !== "school") return standardPerPupil(key, whose) * heads[whose];
  const weights = weightsOf(heads);
  const perHead = (stage: Stage) => (heads[stage] > 0 ? standardPerPupil(key, stage) / weights[stage] : 0);
  return Math.max(perHead("primary"), perHead("junior")) * weightedHeads(heads);
}

/** Rounds to what is counted: whole people and rooms, 0.01 ㎡, 元; on the side of the standard where it shall lie. */
export function settle(key: IndicatorKey, exact: number, atStandard: boolean): number {
  if (key === "teachingArea" || key === "sportsArea") return round(exact, 2);
  if (key === "equipmentValue") return round(exact, 4);
  return atStandard ? Math.ceil(exact - 1e-9) : Math.floor(exact);
}

/** How much of one unit of the raw amount a pupil of the stage has; the stage's share of a school goes by weighted heads. */
export function perPupil(whose: Whose, stage: Stage, heads: Heads): number {
  if (heads[stage] === 0) return 0;
  return whose === "school" ? weightsOf(heads)[stage] / weightedHeads(heads) : 1 / heads[stage];
}
