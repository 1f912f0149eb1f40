/** Targets against computed figures; behind or not, and why. Pure. Incomplete is never zero and never a pass. seeds: X8, X14, C1, S6. */
export type Direction = "atLeast" | "atMost";
export type Outcome = "met" | "short" | "open";
export const OUTCOME_NAME: Record<Outcome, string> = { met: "达到", short: "未达到", open: "数据不全" };
export const OUTCOME_TONE = { met: "pass", short: "fail", open: "neutral" } as const;

/** Null is not known, which is neither met nor short. The limit itself passes. */
export function outcomeOf(target: number, actual: number | null, direction: Direction): Outcome {
  if (actual === null || !Number.isFinite(actual)) return "open";
  return (direction === "atLeast" ? actual >= target : actual <= target) ? "met" : "short";
}

/** Days from a day to the end of a target year, negative after it (both Shanghai days, YYYY-MM-DD). */
export const daysToYearEnd = (targetYear: number, today: string): number => Math.round((Date.parse(`${targetYear}-12-31`) - Date.parse(today)) / 86_400_000);

/** The share of units at standard in a result year; only years whose roster is whole count. */
export type Point = { year: number; share: number | null };

/**
 * The year in which all units would be at standard at the pace from the first to the last known year: a forecast (测算), no verdict.
 * Null with fewer than two known years, or when nothing moved.
 */
export function forecastYear(points: Point[]): number | null {
  const known = points.flatMap(({ year, share }) => (share === null ? [] : [{ year, share }])).sort((a, b) => a.year - b.year);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  if (last.share >= 1) return last.year;
  const pace = first.year === last.year ? 0 : (last.share - first.share) / (last.year - first.year);
  if (pace <= 0) return null;
  return last.year + Math.ceil((1 - last.share) / pace - 1e-9);
}

export type Milestone = { dueOn: string; doneOn: string | null };
/** 逾期 of a milestone: due before today and not done; a plan that is only a draft for comment knows none. */
export const isLate = (milestone: Milestone, today: string, draft: boolean): boolean => !draft && milestone.doneOn === null && milestone.dueOn < today;

export type CountyStanding = {
  targetYear: number | null;
  /** The source of the target year is a draft for comment (崇明): nothing is overdue. */
  draft: boolean;
  planYear: number | null;
  /** The stored verdict of the result year; null while it is not whole. */
  verdict: boolean | null;
  points: Point[];
  targets: { label: string; outcome: Outcome; target: string; actual: string }[];
  lateMilestones: number;
};
export type Progress = "met" | "behind" | "onTrack" | "open";
export const PROGRESS_NAME: Record<Progress, string> = { met: "达到标准", behind: "进度滞后", onTrack: "按计划推进", open: "尚不能判断" };
export const PROGRESS_TONE = { met: "pass", behind: "fail", onTrack: "pending", open: "neutral" } as const;

export const BEHIND_FILTERS = ["behind", "remaining", "open", "all"] as const;
/** What a list of counties shows: 剩余县 are those whose verdict does not pass (seed: S6). */
export type BehindFilter = (typeof BEHIND_FILTERS)[number];

/** Whether a county is behind its plan, with every reason as a sentence. `thisYear` is the calendar year of the reader. */
export function progressOf(county: CountyStanding, thisYear: number): { progress: Progress; reasons: string[] } {
  if (county.verdict === true) return { progress: "met", reasons: [] };
  const reasons: string[] = [];
  const { targetYear, planYear, draft } = county;
  if (targetYear !== null && !draft && targetYear < thisYear) reasons.push(`目标年 ${targetYear} 已过，审定数据尚未达到标准`);
  if (planYear !== null && planYear < thisYear) reasons.push(`规划 ${planYear} 年申报，审定数据尚未达到标准`);
  for (const target of county.targets) if (target.outcome === "short") reasons.push(`${target.label}：目标 ${target.target}，实际 ${target.actual}`);
  if (county.lateMilestones > 0) reasons.push(`${county.lateMilestones} 个节点逾期`);
  const goal = draft ? planYear : (targetYear ?? planYear);
  const known = county.points.filter((point) => point.share !== null);
  if (goal !== null && goal >= thisYear && known.length >= 2) {
    const forecast = forecastYear(county.points);
    if (forecast === null) reasons.push("近年学校达标率没有提高，不能按期达到");
    else if (forecast > goal) reasons.push(`按近年进度测算，${forecast} 年才能校校达标，晚于 ${goal} 年`);
  }
  if (reasons.length > 0) return { progress: "behind", reasons };
  if (county.verdict === null && known.length === 0) return { progress: "open", reasons: ["没有完整的审定数据"] };
  if (targetYear === null && planYear === null) return { progress: "open", reasons: ["没有目标年，也未列入规划表"] };
  return { progress: "onTrack", reasons: [] };
}

/**
 * A province's share by a year against what its counties have reached: short only when the counties without whole data
 * could not fill the gap any more, and met by counties that pass, never by counting what is missing.
 */
export function shareOutcome(target: number, { met, reported, counties }: { met: number; reported: number; counties: number }): { actual: number | null; outcome: Outcome } {
  if (counties === 0 || reported === 0) return { actual: null, outcome: "open" };
  const reaches = (count: number) => count * 100 >= target * counties; // by whole numbers: 3 of 10 is 30 % exactly
  return { actual: (100 * met) / counties, outcome: reaches(met) ? "met" : reaches(met + counties - reported) ? "open" : "short" };
}

/** A share to one decimal that never prints as reaching what it misses, nor a few as none. */
export const shareText = (percent: number | null): string => (percent === null ? "—" : percent > 0 && percent < 0.1 ? "不足 0.1%" : `${(Math.floor(percent * 10 + 1e-9) / 10).toFixed(1)}%`);
