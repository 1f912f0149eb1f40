import type { Row } from "./insert";

/** Target years by the source documents; 崇明's is a draft for comment (seeds: X14, D1, C1). */
const GOALS: Record<string, [year: number, source: string, draft: boolean]> = {
  "640422": [2028, "西吉县义务教育优质均衡发展创建规划（2021—2028年）", false],
  "410185": [2030, "登封市义务教育优质均衡发展工作实施方案", false],
  "310151": [2024, "崇明区创建全国义务教育优质均衡发展区实施意见", true],
};

/** Counties of the plan aim at the year in which they apply; the others have written nothing yet. */
export const goalRows = (counties: { code: string; year: number | null }[]): Row[] =>
  counties.flatMap(({ code, year }) => {
    const known = GOALS[code];
    if (known) return [{ division_code: code, target_year: known[0], source: known[1], draft: known[2], note: "", version: 1 }];
    return year === null ? [] : [{ division_code: code, target_year: year, source: "本县创建规划（演示）", draft: false, note: "", version: 1 }];
  });

type Stage = { id: string; county: string; name: string; from: string; to: string; note: string; steps: [title: string, due: string, done: string | null][] };

/** 登封's three stages with their dates from the document (seed: D3); the days of single milestones are made up. */
const STAGES: Stage[] = [
  { id: "st-410185-1", county: "410185", name: "启动阶段", from: "2022-03-01", to: "2022-09-30", note: "节点的具体日期为演示。", steps: [
    ["印发创建实施方案", "2022-05-31", "2022-05-20"], ["召开动员大会，明确乡镇（街道）和部门职责", "2022-06-30", "2022-06-15"], ["各乡镇（街道）、各部门制订工作计划", "2022-09-30", "2022-09-22"]] },
  { id: "st-410185-2", county: "410185", name: "实施阶段", from: "2022-10-01", to: "2029-10-31", note: "各乡镇（街道）、各部门每年自评，形成自评报告报郑州市政府教育督导室监测。", steps: [
    ["2023 年度自评报告", "2023-12-31", "2023-12-18"], ["2024 年度自评报告", "2024-12-31", "2024-12-20"], ["2025 年度自评报告", "2025-12-31", "2025-12-16"], ["2026 年度自评报告", "2026-12-31", null], ["2028 年度自评报告", "2028-12-31", null]] },
  { id: "st-410185-3", county: "410185", name: "迎检阶段", from: "2029-11-01", to: "2030-12-31", note: "自评达到要求后申请，经设区市复核、省级评估，迎接国家评估认定。", steps: [
    ["市政府自评并提出督导评估申请", "2029-12-31", null], ["设区市复核", "2030-04-30", null], ["省级评估", "2030-08-31", null], ["国家评估认定", "2030-12-31", null]] },
  { id: "st-640422-1", county: "640422", name: "补齐短板", from: "2021-09-01", to: "2024-12-31", note: "阶段划分为演示。", steps: [["编制教职工编制、布局专项规划", "2022-06-30", "2022-06-28"], ["首批 10 所学校达标", "2022-12-31", "2022-12-20"]] },
  { id: "st-640422-2", county: "640422", name: "全面达标", from: "2025-01-01", to: "2027-12-31", note: "阶段划分为演示。", steps: [["消除大班额", "2026-06-30", null], ["校校达标", "2027-12-31", null]] },
  { id: "st-640422-3", county: "640422", name: "申报认定", from: "2028-01-01", to: "2028-12-31", note: "阶段划分为演示。", steps: [["县级自评", "2028-03-31", null], ["固原市复核", "2028-06-30", null], ["自治区评估", "2028-09-30", null]] },
];

export const stageRows = (): Row[] => STAGES.map(({ id, county, name, from, to, note }) => ({ id, division_code: county, name, starts_on: from, ends_on: to, note, version: 1 }));
export const milestoneRows = (): Row[] =>
  STAGES.flatMap(({ id, county, steps }) => steps.map(([title, due_on, done_on], at) => ({ id: `${id}-${at + 1}`, stage_id: id, division_code: county, title, due_on, done_on, note: "", version: 1 })));

/** 西吉: ten schools a year (seed: X8); 登封: 小学 0.50, 初中 0.45, above 85 % (seed: D1). */
const TARGETS: [county: string, measure: string, target: number][] = [
  ["640422", "newSchools", 10], ["640422", "satisfaction", 85], ["640422", "cv.primary.backboneTeachers", 0.5], ["640422", "cv.junior.equipmentValue", 0.45],
  ["410185", "newSchools", 6], ["410185", "satisfaction", 85], ["410185", "cv.primary.equipmentValue", 0.5], ["410185", "cv.junior.backboneTeachers", 0.45],
  ["370102", "schools", 44], ["370102", "satisfaction", 85], ["310151", "satisfaction", 85],
];
const YEARS = [2025, 2026];

/** The targets that the documents name, and a satisfaction target for every other county of 宁夏. */
export function targetRows(counties: string[]): Row[] {
  const rest = counties.filter((code) => code.startsWith("64") && code !== "640422").map((code): (typeof TARGETS)[number] => [code, "satisfaction", 85]);
  return [...TARGETS, ...rest].flatMap(([division_code, measure, target]) => YEARS.map((year) => ({ division_code, year, measure, target, note: "", version: 1 })));
}
