import { INDICATOR_KEYS, INDICATORS, STAGES, STAGE_NAME, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS, RECOGNITION_ITEM } from "@/lib/standard/items";

const indicatorOf = (text: string): IndicatorKey | undefined => INDICATOR_KEYS.find((key) => key === text);
export const stageOf = (text: string | null): Stage | null => STAGES.find((stage) => stage === text) ?? null;
const TITLES = new Map<string, string>([...GOVERNMENT_ITEMS, ...QUALITY_ITEMS, RECOGNITION_ITEM].map((item) => [item.key, item.title]));
TITLES.set("veto", "不予认定情形");

/** The name of what an entry is about: an indicator, a coefficient of variation, an item of 15 + 9 + 1; empty where it is none. */
export function itemName(item: string): string {
  const [prefix, key] = item.split(":");
  if (key !== undefined) { const varied = indicatorOf(key); return prefix === "cv" && varied ? `差异系数：${INDICATORS[varied].shortName}` : ""; }
  const indicator = indicatorOf(item);
  return indicator ? INDICATORS[indicator].shortName : (TITLES.get(item) ?? "");
}

/** “小学 · 骨干教师”. */
export const itemTitle = (item: string, stage: string | null): string => {
  const [name, of] = [itemName(item), stageOf(stage)];
  return of && name ? `${STAGE_NAME[of]} · ${name}` : name || "其他";
};

/** What entries can be about, in the standard's order. */
export const ITEM_KEYS: string[] = [...INDICATOR_KEYS, ...INDICATOR_KEYS.map((key) => `cv:${key}`), ...TITLES.keys()];
