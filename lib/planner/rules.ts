import type { PlanMode } from "@/lib/evaluation/planner/plan-county";
import type { PerKey } from "@/lib/evaluation/evaluate-school";
import { INDICATOR_KEYS, INDICATORS, type IndicatorKey } from "@/lib/standard/indicators";

/** Names and units of the planner's pages. Pure. */
export const MODE_NAME: Record<PlanMode, string> = { additions: "只增补资源", rotation: "只调配教师", both: "先调配教师，再增补" };
export const MODE_HELP: Record<PlanMode, string> = {
  additions: "新增教师、用房、场馆、设备和教室，使每个学校（部）达标、各项差异系数不超限，成本最少。",
  rotation: "只在校际间调动教师，使三项教师指标达到要求，调动人数最少；调动不够时说明原因并给出最少新增人数。",
  both: "先用调动解决能解决的，剩下的再用最少的成本增补。",
};

/** Costs are in 元, or, where none are given, in 折算单位 (1 ÷ 小学每生标准), by which indicators compare. */
export const MONEY_NAME = { standard: "折算单位", yuan: "元" } as const;
export type Money = keyof typeof MONEY_NAME;

export type Asked = { quota: number | null; money: Money; unitCost: PerKey<number> | null };

/** What one unit of an addition is, for the field where its cost is asked. */
export const PRICED: Record<IndicatorKey, string> = {
  degreeTeachers: "每增 1 人", backboneTeachers: "每增 1 人", artsPeTeachers: "每增 1 人", teachingArea: "每增 1 ㎡", sportsArea: "每增 1 ㎡", equipmentValue: "每增 1 元设备", multimediaRooms: "每增 1 间",
};

const MOST = 1e9;
/** Why a typed unit cost cannot be used, as a sentence for its field; null when it can. */
export function costFault(text: string): string | null {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (text.trim() === "") return "请填写单位成本（元）。";
  if (!Number.isFinite(value)) return "请填写数字，例如 1500 或 0.5。";
  if (value < 0) return "单位成本不能是负数。";
  if (value === 0) return "单位成本应大于 0，否则无法比较增补多少。";
  return value > MOST || value < 1 / MOST ? "单位成本超出合理范围，应在 0.000000001 与 1000000000 元之间。" : null;
}

/** Why a typed share of teachers cannot be the quota; blank stands for no limit. */
export function quotaFault(text: string): string | null {
  if (text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 && value <= 100 ? null : "交流比例应为 0 与 100 之间的数，例如 10 表示 10%；不限比例的留空。";
}

const figures = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });
/** A figure as the planner's pages print it: at most two decimals. */
export const figure = (value: number): string => figures.format(value);
/** “1,200 元”, “35.5 折算单位”. */
export const moneyText = (value: number, money: Money): string => `${figure(value)} ${MONEY_NAME[money]}`;
export const amountText = (key: IndicatorKey, amount: number): string => `${figure(amount)} ${INDICATORS[key].unit}`;

/** Sums of what is added, by indicator, where there is any. */
export function totalsOf(additions: readonly { indicator: IndicatorKey; amount: number }[]): { indicator: IndicatorKey; amount: number }[] {
  return INDICATOR_KEYS.flatMap((indicator) => {
    const amount = additions.filter((addition) => addition.indicator === indicator).reduce((sum, addition) => sum + addition.amount, 0);
    return amount > 0 ? [{ indicator, amount }] : [];
  });
}
