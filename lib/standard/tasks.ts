/** 基本任务 and 攻坚清单 of 教基厅函〔2021〕43号; titles are official names and kept word for word (seed: M3, M4). */
export type NationalTask = { key: string; kind: "basic" | "breakthrough"; group: string; number: number; title: string; measures: MeasureKey[]; recurrence: Recurrence };

/** Figures of the platform itself that a task may be measured by. */
export const MEASURES = {
  compliantSections: { label: "校校达标", unit: "%", goal: "所有评估单位达到六项达标、余项不低于 85%" },
  recognition: { label: "社会认可度", unit: "%", goal: "85% 以上" },
  consolidation: { label: "初中三年巩固率", unit: "%", goal: "95% 以上" },
  exchange: { label: "校长教师交流轮岗", unit: "", goal: "不低于符合条件教师的 10%，其中骨干教师不低于 20%" },
  training: { label: "教师培训完成", unit: "%", goal: "100%" },
  certified: { label: "专任教师持证上岗", unit: "%", goal: "100%" },
  classSizes: { label: "班级学生数", unit: "", goal: "小学每班不超过 45 人，初中不超过 50 人" },
} as const;
export type MeasureKey = keyof typeof MEASURES;
export const MEASURE_KEYS = Object.keys(MEASURES) as MeasureKey[];
export const isMeasure = (text: string): text is MeasureKey => MEASURE_KEYS.some((key) => key === text);

export const RECURRENCES = ["once", "half-yearly"] as const;
export type Recurrence = (typeof RECURRENCES)[number];

const BASIC: [title: string, measures: MeasureKey[]][] = [
  ["树立更加科学的教育理念", []],
  ["实现更加全面的标准化建设", ["compliantSections"]],
  ["建设更高素质的教师队伍", ["exchange"]],
  ["提供更高质量的教育服务", ["recognition"]],
];

const BREAKTHROUGH: [group: string, items: [title: string, recurrence?: Recurrence][]][] = [
  ["科学规划建设学校", [
    ["建立合理布局农村学校的有效模式"],
    ["探索乡村温馨校园建设的有效途径"],
    ["出台以常住人口为基数的城镇义务教育学位配置标准和教育用地保障措施"],
    ["探索学生上学路径和校园周边交通环境治理改造的经验"],
  ]],
  ["健全均衡发展工作机制", [
    ["建立并实施义务教育年度巩固情况监测制度", "half-yearly"],
    ["健全县域内城乡学校共同体建设机制"],
    ["探索以学区率先实现优质均衡、助推县域优质均衡的发展机制"],
    ["健全扩大学校办学自主权、激发学校办学活力的机制"],
  ]],
  ["推进师资均衡配置", [
    ["建立编制统筹调配、周转使用、保障供给的办法"],
    ["完善符合教师职业特点的招聘办法，健全教师专业发展支持服务体系"],
    ["出台校长教师交流轮岗、促进师资均衡配置的实施办法"],
  ]],
  ["强化教育教学管理", [
    ["制订课堂教学基本规程"],
    ["探索“五育”并举、全面育人的有效途径及模式"],
    ["探索均衡编班背景下因材施教的有效途径及模式"],
    ["探索信息技术与教育教学深度融合应用的有效途径及模式"],
    ["完善科学调控作业总量、提高作业设计水平的有效办法"],
    ["探索统筹校内外资源提高课后服务质量的有效途径及模式"],
    ["落实《义务教育质量评价指南》，完善县域和学校质量自评实施办法"],
  ]],
  ["加强学生教育关爱", [
    ["制订加强随迁子女、留守儿童、残疾儿童等特殊学生群体教育关爱的制度措施"],
    ["加强心理健康教育，健全学生心理健康问题定期筛查评估、早期识别与干预的机制"],
  ]],
];

export const NATIONAL_TASKS: NationalTask[] = [
  ...BASIC.map(([title, measures], index): NationalTask => ({ key: `basic-${index + 1}`, kind: "basic", group: "基本任务", number: index + 1, title, measures, recurrence: "once" })),
  ...BREAKTHROUGH.flatMap(([group, items], at) =>
    items.map(([title, recurrence = "once"], index): NationalTask => ({ key: `breakthrough-${at + 1}-${index + 1}`, kind: "breakthrough", group, number: index + 1, title, measures: [], recurrence })),
  ),
];

export const BREAKTHROUGH_GROUPS = BREAKTHROUGH.map(([group]) => group);

/** 攻坚任务政策（制度）清单 of 西教体函发〔2022〕203号, which leaves number 8 out (seed: X13). */
export const POLICY_DOCUMENTS: { code: string; number: number; title: string; serves: string }[] = [
  [1, "县域义务教育学校布局规划", "breakthrough-1-1"],
  [2, "消除大班额大校额专项规划", "breakthrough-1-3"],
  [3, "乡村温馨校园建设实施方案", "breakthrough-1-2"],
  [4, "城乡对口帮扶（集团化办学）实施方案", "breakthrough-2-2"],
  [5, "中小学教师“县管校聘”改革实施方案", "breakthrough-3-1"],
  [6, "义务教育学校校长教师交流轮岗实施方案", "breakthrough-3-3"],
  [7, "县级中小学教师培训实施方案", "breakthrough-3-2"],
  [9, "年度基础教育质量提升“5+1”系列活动方案", "breakthrough-4-2"],
  [10, "落实“五项管理”保障政策", "breakthrough-4-5"],
  [11, "课后服务保障政策", "breakthrough-4-6"],
  [12, "县级义务教育质量评价实施方案", "breakthrough-4-7"],
  [13, "校园文化建设实施方案", "breakthrough-4-2"],
  [14, "随迁子女、留守儿童、残疾儿童等特殊群体关爱政策", "breakthrough-5-1"],
  [15, "加强中小学心理健康教育实施方案", "breakthrough-5-2"],
].map(([number, title, serves]) => ({ code: `policy-${number}`, number: Number(number), title: String(title), serves: String(serves) }));
