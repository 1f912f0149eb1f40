/** A county's own measures as its document lists them; explanations are written afresh, posts instead of names. */
export type Measure = { group: string; title: string; units: string[]; serves?: string; allSchools: boolean; quantity?: [number, string]; recurrence?: "half-yearly"; due?: string; years: number[] };

const SCHOOLS = true;

/** 西教体函发〔2022〕203号 二、工作措施: 20 measures in 5 groups (seed: X1). */
const XIJI_GROUPS: [group: string, measures: [title: string, serves: string, units: string[], more?: Partial<Measure>][]][] = [
  ["均衡配置教育资源", [
    ["进一步优化中小学布局", "breakthrough-1-1", ["基础教育室", "财务与项目室"]],
    ["推进学校标准化建设", "basic-2", ["财务与项目室"]],
    ["推进乡村温馨校园建设", "breakthrough-1-2", ["基础教育室", "财务与项目室"]],
    ["提升校园治理水平", "breakthrough-1-4", ["安全与体卫艺室", "教育督导室"]],
  ]],
  ["健全均衡发展工作机制", [
    ["推进城乡学校共同体建设", "breakthrough-2-2", ["基础教育室", "人事室", "教师发展中心", "财务与项目室"], { quantity: [11, "个"] }],
    ["强化控辍保学监测制度", "breakthrough-2-1", ["基础教育室"], { recurrence: "half-yearly" }],
    ["以点带面促进优质均衡发展", "breakthrough-2-3", ["教育督导室", "基础教育室"], { quantity: [10, "所"] }],
    ["全面激发中小学办学活力", "breakthrough-2-4", ["办公室"]],
  ]],
  ["均衡配置教师资源", [
    ["合理调配教师数量", "breakthrough-3-1", ["人事室"], { due: "06-30" }],
    ["优化教师队伍结构", "breakthrough-3-3", ["人事室"]],
    ["完善教师发展服务体系", "breakthrough-3-2", ["教师发展中心", "人事室"]],
  ]],
  ["全面提升教育教学质量", [
    ["坚持“五育”并举", "breakthrough-4-2", ["基础教育室", "教师发展中心", "安全与体卫艺室"]],
    ["落实课堂教学基本规程", "breakthrough-4-1", ["教师发展中心", "基础教育室"]],
    ["推动学校规范化管理", "breakthrough-4-3", ["基础教育室", "教师发展中心"]],
    ["提升信息化应用水平", "breakthrough-4-4", ["教师发展中心"], { quantity: [356, "间"] }],
    ["全面提高作业设计水平", "breakthrough-4-5", ["教师发展中心", "基础教育室"]],
    ["全面提高课后服务水平", "breakthrough-4-6", ["基础教育室", "教师发展中心", "财务与项目室"]],
    ["推进义务教育评价改革", "breakthrough-4-7", ["办公室", "教师发展中心", "基础教育室"]],
  ]],
  ["加强学生教育关爱", [
    ["完善弱势群体教育关爱体系", "breakthrough-5-1", ["基础教育室", "安全与体卫艺室", "教师发展中心"]],
    ["加强心理健康教育", "breakthrough-5-2", ["基础教育室", "安全与体卫艺室", "教师发展中心"]],
  ]],
];

const XIJI: Measure[] = XIJI_GROUPS.flatMap(([group, measures]) => measures.map(([title, serves, units, more]) => ({ group, title, serves, units, allSchools: SCHOOLS, years: [2024, 2025, 2026], ...more })));

/** 登封市 实施方案 基本任务 3 (seed: D2). */
const DENGFENG: Measure[] = [{ group: "基本任务", title: "实施乡村中小学首席教师岗位计划", serves: "basic-3", units: ["人事室"], allSchools: false, years: [2024, 2025, 2026] }];

/** 崇明区 新五项标准, a yearly plan each, to be reached in 2024 (seed: C2). */
const CHONGMING: Measure[] = ["校舍建设标准", "教育装备配置标准", "信息化环境建设标准", "教师队伍配置标准", "生均经费标准"].map((title) => ({
  group: "新五项标准", title: `${title}年度工作计划`, serves: "basic-2", units: title.startsWith("教师") ? ["人事室"] : ["财务与项目室"], allSchools: false, years: [2024],
}));

export const COUNTY_MEASURES: Record<string, Measure[]> = { "640422": XIJI, "410185": DENGFENG, "310151": CHONGMING };
