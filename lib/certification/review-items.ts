import { INDICATOR_KEYS, INDICATORS } from "@/lib/standard/indicators";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS, RECOGNITION_ITEM, VETO_ITEMS } from "@/lib/standard/items";

/** What is reviewed one by one: 7 + 15 + 9 + 1 items and the veto items. Pure. */
export type ReviewGroup = "resource" | "government" | "quality" | "recognition" | "veto";
export type ReviewItem = { key: string; group: ReviewGroup; number: number; title: string };

export const GROUP_NAME: Record<ReviewGroup, string> = { resource: "资源配置", government: "政府保障程度", quality: "教育质量", recognition: "社会认可度", veto: "一票否决情形" };
export const GROUPS = ["resource", "government", "quality", "recognition", "veto"] as const;

const of = (group: ReviewGroup, items: readonly { key: string; number: number; title: string }[]): ReviewItem[] => items.map(({ key, number, title }) => ({ key, group, number, title }));

export const REVIEW_ITEMS: readonly ReviewItem[] = [
  ...INDICATOR_KEYS.map((key, index): ReviewItem => ({ key, group: "resource", number: index + 1, title: INDICATORS[key].name })),
  ...of("government", GOVERNMENT_ITEMS), ...of("quality", QUALITY_ITEMS), ...of("recognition", [RECOGNITION_ITEM]), ...of("veto", VETO_ITEMS),
];
export const reviewItem = (key: string): ReviewItem | undefined => REVIEW_ITEMS.find((item) => item.key === key);
export const isVeto = (key: string): boolean => reviewItem(key)?.group === "veto";

export const ITEM_OPINIONS = ["met", "mend", "unmet"] as const;
/** A veto item blocks only when 经查实 (STANDARD A.3). */
export const VETO_OPINIONS = ["none", "suspected", "confirmed"] as const;
export const OPINIONS = [...ITEM_OPINIONS, ...VETO_OPINIONS] as const;
export type Opinion = (typeof OPINIONS)[number];
export const OPINION_NAME: Record<Opinion, string> = { met: "达标", mend: "限期整改", unmet: "未达标", none: "未发现", suspected: "正在核查", confirmed: "经查实" };
export const OPINION_TONE: Record<Opinion, "pass" | "warn" | "fail"> = { met: "pass", mend: "warn", unmet: "fail", none: "pass", suspected: "warn", confirmed: "fail" };

export const opinionsFor = (key: string): readonly Opinion[] => (isVeto(key) ? VETO_OPINIONS : ITEM_OPINIONS);

/** Whether an opinion has to be explained: everything but a plain yes. */
export const needsNote = (opinion: Opinion): boolean => opinion !== "met" && opinion !== "none";

/** How far a review has come. */
export function countReviews(given: readonly { item: string; opinion: Opinion }[]): { itemsOpen: number; itemsUnmet: number; vetoesConfirmed: number; vetoesSuspected: number } {
  const by = new Map(given.map(({ item, opinion }) => [item, opinion]));
  const opinions = REVIEW_ITEMS.map(({ key }) => by.get(key));
  const count = (...which: (Opinion | undefined)[]) => opinions.filter((opinion) => which.includes(opinion)).length;
  return { itemsOpen: count(undefined), itemsUnmet: count("mend", "unmet"), vetoesConfirmed: count("confirmed"), vetoesSuspected: count("suspected") };
}
