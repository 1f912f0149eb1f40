import type { ItemOutcome } from "@/lib/results/get-county-results";
import { reviewItem } from "./review-items";

/** A year of a recognised county's stored results, against the standard that it was recognised by. Pure. STANDARD A.5 */
export type WatchFigures = { year: number; expected: number; reported: number; sections: number; compliantSections: number; cvCount: number; cvWithinLimit: number; resourceVerdict: boolean | null; verdict: boolean | null; items: readonly Pick<ItemOutcome, "item" | "met">[] };
export type WatchState = "held" | "slipped" | "open";
export type WatchYear = { figuresYear: number; year: number; state: WatchState; text: string };
export const WATCH_NAME: Record<WatchState, string> = { held: "保持标准", slipped: "低于标准", open: "数据未齐" };
export const WATCH_TONE: Record<WatchState, "pass" | "warn" | "neutral"> = { held: "pass", slipped: "warn", open: "neutral" };

/** What the data of a year says. A year that is not wholly approved says nothing yet: incomplete is never a fall. `lag` is 评估年度 less the figures' year. */
export function watchYear(figures: WatchFigures, lag: number): WatchYear {
  const { year: figuresYear, expected, reported, sections, compliantSections, cvCount, cvWithinLimit, resourceVerdict, verdict, items } = figures;
  const one = { figuresYear, year: figuresYear + lag };
  const failing = items.filter(({ met }) => met === false).map(({ item }) => reviewItem(item)?.title ?? "其他项目");
  const open = items.filter(({ met }) => met === null).length;
  if (reported < expected || verdict === null) return { ...one, state: "open", text: reported < expected ? `应报 ${expected} 所，审定 ${reported} 所` : `${open} 项尚无结论` };
  if (verdict) return { ...one, state: "held", text: `${compliantSections}／${sections} 校（学段）达标，差异系数 ${cvWithinLimit}／${cvCount} 在限值内` };
  const parts = [
    ...(resourceVerdict === false ? [`资源配置 ${compliantSections}／${sections} 校（学段）达标，差异系数 ${cvWithinLimit}／${cvCount} 在限值内`] : []),
    ...(failing.length > 0 ? [`未达标 ${failing.length} 项：${failing.join("、")}`] : []),
  ];
  return { ...one, state: "slipped", text: parts.join("；") };
}

/** Three years after a day; 29 February ends on the 28th. */
export function threeYearsAfter(day: string): string {
  const [year, month, date] = [Number(day.slice(0, 4)) + 3, day.slice(5, 7), day.slice(8, 10)];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${month}-${month === "02" && date === "29" && !leap ? "28" : date}`;
}

/** Days from one day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export type Countdown = { state: "done" | "overdue" | "soon" | "running"; text: string };
/** Half a year before its end a relaxation is due soon. */
export const SOON_DAYS = 180;

/** How long a school has to reach the full standard. */
export function countdown(dueOn: string, today: string, confirmed: boolean): Countdown {
  if (confirmed) return { state: "done", text: "已确认达到完整标准" };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { state: "overdue", text: `已逾期 ${-days} 天` };
  return { state: days <= SOON_DAYS ? "soon" : "running", text: days === 0 ? "今天到期" : `还有 ${days} 天` };
}
