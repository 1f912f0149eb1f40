import type { Readings } from "./readings";

/**
 * The relaxations of the 2019 规程 (国教督办函〔2019〕30号), granted for assessments within three years of its issue. Whether they
 * still hold is uncertain (readings: `relaxations`), so they are data with dates and off by default. Each obliges the county to a
 * construction plan and the full standard within three years of recognition. `limit` is in the item's own unit; a relaxation
 * without one rests on facts that are not filed (shared teachers, leased venues) and is a statement only.
 */
type RelaxationSpec = { item: string; subject: string; relaxed: string; condition: string; validFrom: string; validTo: string };

const VALID = { validFrom: "2019-10-01", validTo: "2022-09-30" };
export const RELAXATION_SOURCE = "国教督办函〔2019〕30号";

export const RELAXATIONS = {
  musicArtBefore2016: { item: "gov-3", subject: "音乐、美术专用教室", relaxed: "每间不小于 73 ㎡、67 ㎡", condition: "2016 年及以前规划建设的音乐、美术教室", limit: { music: 73, art: 67, builtBy: 2016 }, ...VALID },
  musicArtSmallRural: { item: "gov-3", subject: "音乐、美术专用教室", relaxed: "小学每间不小于 54 ㎡，初中不小于 61 ㎡", condition: "不足 100 人、最大班额低于 30 人的农村小规模学校", limit: { primary: 54, junior: 61, pupilsBelow: 100, classBelow: 30 }, ...VALID },
  sizeBefore2010: { item: "gov-4", subject: "学校规模", relaxed: "小学、初中 2400 人，九年一贯制学校 3000 人", condition: "2010 年及以前建成，或随迁子女超过 50% 的学校", limit: { primary: 2400, junior: 2400, nine_year: 3000, builtBy: 2010 }, ...VALID },
  artsTeachersShared: { item: "artsPeTeachers", subject: "体育、艺术专任教师", relaxed: "可计交流轮岗、兼职、走教教师", condition: "50 至 99 人的乡村学校和教学点", limit: null, ...VALID },
  sportsOffCampus: { item: "sportsArea", subject: "体育运动场馆", relaxed: "可计校内改造和就近租借的场地", condition: "人口密度过高的大城市中心城区学校；租借由政府或教育行政部门办理，上课时间专用，步行不超过 10 分钟，安全", limit: null, ...VALID },
} as const satisfies Record<string, RelaxationSpec & { limit: Record<string, number> | null }>;
export type RelaxationKey = keyof typeof RELAXATIONS;
export const RELAXATION_KEYS = ["musicArtBefore2016", "musicArtSmallRural", "sizeBefore2010", "artsTeachersShared", "sportsOffCampus"] as const satisfies readonly RelaxationKey[];

/** Whether a relaxation decides verdicts of figures of this day, under the reading in force. */
export function relaxationApplies(key: RelaxationKey, reading: Readings["relaxations"], day: string): boolean {
  const { validFrom, validTo, limit } = RELAXATIONS[key];
  if (limit === null || reading === "off" || day < validFrom) return false;
  return reading === "extended" || day <= validTo;
}
