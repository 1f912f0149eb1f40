import { INDICATORS, INDICATOR_KEYS, type IndicatorKey } from "@/lib/standard/indicators";
import { perKey, type PerKey } from "../evaluate-school";

/** Smallest addition, in the whole numbers of `amountOf` (people, rooms, 0.01 ㎡, 元): a person, a room, 1 ㎡, 100 元. */
export const STEP: PerKey<number> = { degreeTeachers: 1, backboneTeachers: 1, artsPeTeachers: 1, teachingArea: 100, sportsArea: 100, equipmentValue: 100, multimediaRooms: 1 };

/** The same addition in raw units: people, rooms, ㎡, 元. */
export const RAW_STEP: PerKey<number> = perKey((key) => STEP[key] / INDICATORS[key].baseUnits);

export const TEACHER_KEYS = ["degreeTeachers", "backboneTeachers", "artsPeTeachers"] as const satisfies readonly IndicatorKey[];
export type TeacherKey = (typeof TEACHER_KEYS)[number];
export const PHYSICAL_KEYS = ["teachingArea", "sportsArea", "equipmentValue", "multimediaRooms"] as const satisfies readonly IndicatorKey[];

/** Cost of one raw unit where none is given: 1 ÷ the primary standard of its indicator per pupil, so that indicators compare. */
export const DEFAULT_UNIT_COST: PerKey<number> = perKey((key) => INDICATORS[key].per / INDICATORS[key].threshold.primary);

/** Beyond this a sum of costs would lose its last figures. */
const MOST = 1e9;

/** Why a cost of one raw unit may not be used; null when it may. */
export function refuseUnitCost(key: string, cost: number): string | null {
  if (!INDICATOR_KEYS.some((known) => known === key)) return `不认识的指标“${key}”，应为 ${INDICATOR_KEYS.join("、")} 之一。`;
  if (!Number.isFinite(cost)) return `指标 ${key} 的单位成本不是数字，应填写大于 0 的数。`;
  if (cost < 0) return `指标 ${key} 的单位成本 ${cost} 是负数，应大于 0。`;
  if (cost === 0) return `指标 ${key} 的单位成本为 0，无法比较增补多少，应大于 0。`;
  return cost > MOST || cost < 1 / MOST ? `指标 ${key} 的单位成本 ${cost} 超出合理范围，应在 0.000000001 与 1000000000 之间。` : null;
}

/** Why a share of the teachers may not be the quota of moves; null when it may. */
export const refuseQuota = (share: number): string | null => (Number.isFinite(share) && share >= 0 && share <= 1 ? null : "交流比例应为 0 与 1 之间的数，例如 0.1 表示 10%。");
