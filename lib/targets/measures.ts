import { CV_LIMIT, INDICATOR_KEYS, INDICATORS, STAGES, STAGE_NAME } from "@/lib/standard/indicators";
import { formatCv } from "@/lib/evaluation/format";
import type { Direction } from "./rules";

export type Measure = { key: string; label: string; unit: string; direction: Direction; decimals: number; max: number; hint: string };

const CVS: Measure[] = STAGES.flatMap((stage) => INDICATOR_KEYS.map((key) => ({
  key: `cv.${stage}.${key}`, label: `${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数`, unit: "", direction: "atMost" as const, decimals: 3, max: 9, hint: `标准不高于 ${CV_LIMIT[stage].toFixed(2)}`,
})));

/** What a county sets itself for a year; every actual comes from the stored results of that year (seeds: X8, D1). */
export const MEASURES: Measure[] = [
  { key: "schools", label: "达标学校", unit: "所", direction: "atLeast", decimals: 0, max: 5000, hint: "累计，各学段均符合要求的学校" },
  { key: "newSchools", label: "当年新增达标学校", unit: "所", direction: "atLeast", decimals: 0, max: 5000, hint: "本年达标而上年未达标的学校" },
  { key: "satisfaction", label: "社会认可度", unit: "%", direction: "atLeast", decimals: 1, max: 100, hint: "标准不低于 85%" },
  ...CVS,
];
export const MEASURE_KEYS = MEASURES.map((measure) => measure.key);
export const measureOf = (key: string): Measure | undefined => MEASURES.find((measure) => measure.key === key);

/** A target as it is written, without spare zeros. */
export const targetText = ({ unit, decimals }: Measure, value: number): string => `${decimals === 3 ? value.toFixed(2) : value.toLocaleString("zh-CN", { maximumFractionDigits: 1 })}${unit === "" ? "" : unit === "%" ? "%" : ` ${unit}`}`;

/** An actual figure; what falls short of its target never prints as reaching it. */
export function actualText({ direction, decimals, unit }: Measure, actual: number | null, target: number): string {
  if (actual === null) return "—";
  if (decimals === 3) return formatCv(actual, target);
  if (decimals === 0) return `${actual} ${unit}`;
  const short = direction === "atLeast" && actual < target;
  return `${(short ? Math.floor(actual * 10 + 1e-9) / 10 : Math.round(actual * 10) / 10).toFixed(1)}%`;
}
