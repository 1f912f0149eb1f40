import { formatShare } from "@/lib/evaluation/format";

/** The 3-year cycle in which every teacher's teaching is monitored: coverage, ratings, experiments. Pure. seed: X10, X17. */
export const CYCLE_YEARS = 3;

/** The cycle that a year belongs to, by its first year; null where none covers it. */
export const cycleOf = (starts: number[], year: number): number | null => starts.find((start) => year >= start && year < start + CYCLE_YEARS) ?? null;
export const yearsOf = (start: number): number[] => Array.from({ length: CYCLE_YEARS }, (_, at) => start + at);

/** Why a cycle may not begin in this year; cycles of a county never overlap. */
export function refuseCycle(starts: number[], startYear: number): string | null {
  const other = starts.find((start) => Math.abs(start - startYear) < CYCLE_YEARS);
  return other === undefined ? null : `与 ${other}—${other + CYCLE_YEARS - 1} 年的周期重叠，3 年为一个周期。`;
}

export const RATINGS = ["excellent", "good", "fair", "weak"] as const;
export type Rating = (typeof RATINGS)[number];
export const RATING_NAME: Record<Rating, string> = { excellent: "优秀", good: "良好", fair: "合格", weak: "待提高" };
export const ratingOf = (text: string | null): Rating | null => RATINGS.find((rating) => rating === text) ?? null;

/** Counts of teachers and experiments of a school and year; null: not filled in. */
export type TeachingCounts = { teachers: number | null; coveredYear: number | null; coveredCycle: number | null; experimentsRequired: number | null; experimentsDone: number | null };
export type TeachingEntry = TeachingCounts & { selfRating: string | null };

const over = (part: number | null, whole: number | null): boolean => part !== null && whole !== null && part > whole;

/** What contradicts itself, by field; a blank contradicts nothing. */
export function teachingFaults(entry: TeachingCounts): Record<string, string> {
  return {
    ...(over(entry.coveredCycle, entry.teachers) ? { coveredCycle: "本周期累计覆盖不能超过专任教师数。" } : {}),
    ...(over(entry.coveredYear, entry.coveredCycle) || over(entry.coveredYear, entry.teachers) ? { coveredYear: "本年度监测的教师都计入累计，不能超过本周期累计覆盖。" } : {}),
    ...(over(entry.experimentsDone, entry.experimentsRequired) ? { experimentsDone: "已开实验不能超过应开实验。" } : {}),
  };
}

const ASKED = { teachers: "请填写专任教师数。", coveredYear: "请填写本年度监测的教师数。", coveredCycle: "请填写本周期累计覆盖的教师数。", selfRating: "请选择学校自评结果。", experimentsRequired: "请填写应开实验数，没有的填 0。", experimentsDone: "请填写已开实验数。" } as const;

/** What is missing or wrong before a record can be submitted. */
export function submissionFaults(entry: TeachingEntry): Record<string, string> {
  const missing = (Object.keys(ASKED) as (keyof typeof ASKED)[]).filter((key) => entry[key] === null);
  return { ...Object.fromEntries(missing.map((key) => [key, ASKED[key]])), ...(entry.teachers === 0 ? { teachers: "专任教师数应大于 0。" } : {}), ...teachingFaults(entry) };
}

export type Coverage = { teachers: number; covered: number; reported: number; expected: number; text: string; complete: boolean };

/**
 * Coverage over a cycle: of the teachers in post at each school's newest record, how many have been monitored since the cycle began.
 * It counts people in post, so it never exceeds the whole; schools without a record are not counted as zero, and without them nothing is complete.
 */
export function coverageOf(records: { schoolId: string; year: number; teachers: number | null; coveredCycle: number | null }[], expected: number): Coverage {
  const newest = new Map<string, { year: number; teachers: number; covered: number }>();
  for (const { schoolId, year, teachers, coveredCycle } of records) {
    if (teachers === null || coveredCycle === null || (newest.get(schoolId)?.year ?? 0) >= year) continue;
    newest.set(schoolId, { year, teachers, covered: coveredCycle });
  }
  const counted = [...newest.values()];
  const teachers = counted.reduce((sum, one) => sum + one.teachers, 0);
  const covered = counted.reduce((sum, one) => sum + one.covered, 0);
  return { teachers, covered, reported: counted.length, expected, text: formatShare(covered, teachers), complete: expected > 0 && counted.length >= expected && teachers > 0 && covered === teachers };
}

/** 实验开出率 100 % (seed: X17); null: not filled in, nothing to open: not applicable. */
export function experimentRate(required: number | null, done: number | null): { text: string; met: boolean | null } {
  if (required === null || done === null) return { text: "未填", met: null };
  return required === 0 ? { text: "不适用", met: null } : { text: formatShare(done, required), met: done === required };
}
