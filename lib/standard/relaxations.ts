import type { SchoolKind } from "./school-kinds";
import type { Stage } from "./indicators";

/**
 * The relaxations of the 2019 规程 (国教督办函〔2019〕30号), granted for assessments within three years of its issue. Whether they
 * still hold is uncertain (readings: `relaxations`), so they are data with dates and off by default. Each obliges the county to a
 * construction plan and the full standard within three years of recognition.
 */
export type Relaxation = { key: string; item: string; condition: string; validFrom: string; validTo: string; limit: Partial<Record<SchoolKind | Stage | "music" | "art", number>> };

const VALID = { validFrom: "2019-10-01", validTo: "2022-10-01" };

export const RELAXATIONS: Relaxation[] = [
  { key: "musicArtBefore2016", item: "gov-3", condition: "2016 年及以前规划建设的音乐、美术教室", limit: { music: 73, art: 67 }, ...VALID },
  { key: "musicArtSmallRural", item: "gov-3", condition: "最大班额低于 30 人的农村小规模学校", limit: { primary: 54, junior: 61 }, ...VALID },
  { key: "sizeBefore2010", item: "gov-4", condition: "2010 年及以前建成，或随迁子女超过 50% 的学校", limit: { primary: 2400, junior: 2400, nine_year: 3000 }, ...VALID },
  { key: "artsTeachersShared", item: "artsPeTeachers", condition: "50 至 99 人的乡村学校和教学点，可计交流轮岗、兼职、走教教师", limit: {}, ...VALID },
  { key: "sportsOffCampus", item: "sportsArea", condition: "人口密度过高的大城市中心城区学校，可计改造和就近租借的场地", limit: {}, ...VALID },
];
