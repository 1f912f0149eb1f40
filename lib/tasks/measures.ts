import { formatShare } from "@/lib/evaluation/format";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import { MEASURES, type MeasureKey } from "@/lib/standard/tasks";

export type Measured = { key: MeasureKey; label: string; goal: string; /** Null: not known yet, which is neither met nor missed. */ met: boolean | null; text: string };

const ITEM: Partial<Record<MeasureKey, string>> = { recognition: "recognition", consolidation: "qual-1", exchange: "gov-11", training: "gov-9", certified: "gov-12", classSizes: "gov-5" };

/** The live figure of a measurable part from the county's stored results of the year; never a typed percentage. */
export function measure(key: MeasureKey, outcome: CountyOutcome | null): Measured {
  const { label, goal } = MEASURES[key];
  const open = { key, label, goal, met: null, text: "本年度还没有审定数据" };
  if (!outcome) return open;
  if (key === "compliantSections") {
    if (outcome.sections === 0) return open;
    const whole = outcome.reported >= outcome.expected;
    const all = outcome.compliantSections === outcome.sections;
    return { key, label, goal, met: all ? (whole ? true : null) : false, text: `${outcome.compliantSections}／${outcome.sections} 个评估单位达标（${formatShare(outcome.compliantSections, outcome.sections)}）` };
  }
  const item = outcome.items.find((entry) => entry.item === ITEM[key]);
  return item ? { key, label, goal, met: item.met, text: item.text } : open;
}

/** Whether all measurable parts are met; null while one is not known, or when there is none. */
export function allMet(measured: Measured[]): boolean | null {
  if (measured.length === 0) return null;
  if (measured.some((part) => part.met === false)) return false;
  return measured.some((part) => part.met === null) ? null : true;
}
