import type { FieldSpec } from "@/lib/forms/field";

/** What a county enters for one item. Items that the schools' filings decide are computed and have no fields. */
export type CountyItemForm = { item: string; fields: FieldSpec[] };

const HEADS = { type: "int", unit: "人", max: 9_999_999, required: true } as const;
const PLACES = { ...HEADS, unit: "个" } as const;
const SHEETS = { ...HEADS, unit: "份" } as const;
const YUAN = { type: "decimal", unit: "元", max: 9_999_999_999, required: true } as const;

const CONCLUSION: FieldSpec = {
  key: "met",
  label: "自评结论",
  type: "choice",
  required: true,
  options: [
    { value: "yes", label: "达标" },
    { value: "no", label: "未达标" },
  ],
};

const SUBJECTS = [
  ["chinese", "语文"],
  ["maths", "数学"],
  ["science", "科学"],
  ["pe", "体育"],
  ["arts", "艺术"],
  ["moral", "德育"],
] as const;

/** County-level fields by item, for 表Ⅳ, 表Ⅴ and 表Ⅵ of the application. Rules: FIELDS 1–3. */
export const COUNTY_FORMS: CountyItemForm[] = [
  { item: "gov-1", fields: [CONCLUSION] },
  { item: "gov-2", fields: [CONCLUSION] },
  {
    item: "gov-6",
    fields: [{ ...YUAN, key: "perPupilStandard", label: "小学生均公用经费基准定额" }, { ...YUAN, key: "juniorPerPupilStandard", label: "初中生均公用经费基准定额" }],
  },
  {
    item: "gov-7",
    fields: [{ ...YUAN, key: "funds", label: "上年度特殊教育公用经费" }, { ...HEADS, key: "pupils", label: "特殊教育学生数" }],
  },
  {
    item: "gov-8",
    fields: [
      { ...YUAN, key: "teacherPay", label: "义务教育学校教师年平均工资收入" },
      { ...YUAN, key: "civilServantPay", label: "当地公务员年平均工资收入" },
      { key: "performancePay", label: "绩效工资总量足额核定", type: "bool", required: true },
    ],
  },
  { item: "gov-10", fields: [CONCLUSION] },
  {
    item: "gov-11",
    fields: [
      { ...HEADS, key: "eligible", label: "符合交流条件的教师数" },
      { ...HEADS, key: "exchanged", label: "上一年度实际交流教师数" },
      { ...HEADS, key: "backbone", label: "其中：骨干教师数" },
    ],
  },
  {
    item: "gov-14",
    fields: [
      { ...PLACES, key: "plan", label: "优质高中招生名额总数" },
      { ...PLACES, key: "allocated", label: "分配到初中的名额数" },
      { ...PLACES, key: "rural", label: "其中：分配到农村初中的名额数" },
    ],
  },
  {
    item: "gov-15",
    fields: [
      { key: "careSystem", label: "留守儿童关爱体系健全", type: "bool", required: true },
      { ...HEADS, key: "eligible", label: "符合条件的随迁子女数" },
      { ...HEADS, key: "public", label: "在公办学校就读人数" },
      { ...HEADS, key: "purchased", label: "在政府购买服务的民办学校就读人数" },
    ],
  },
  {
    item: "qual-2",
    fields: [{ ...HEADS, key: "children", label: "适龄残疾儿童少年数" }, { ...HEADS, key: "enrolled", label: "其中：已入学人数" }],
  },
  {
    item: "qual-9",
    fields: SUBJECTS.flatMap(([key, name]): FieldSpec[] => [
      { key: `${key}Level`, label: `${name}学业水平`, type: "int", unit: "级", max: 5, required: false, help: "以国家义务教育质量监测结果为准。" },
      { key: `${key}Spread`, label: `${name}校际差异率`, type: "decimal", max: 10, required: false, help: "填比率，例如 0.12。" },
    ]),
  },
  {
    item: "recognition",
    fields: [
      { ...SHEETS, key: "valid", label: "有效问卷数" },
      { ...SHEETS, key: "satisfied", label: "其中：满意问卷数" },
      { ...HEADS, key: "interviewed", label: "实地走访人数", required: false },
      { ...HEADS, key: "interviewedSatisfied", label: "其中：满意人数", required: false },
    ],
  },
  {
    item: "veto",
    fields: [
      { key: "exam", label: "经查实存在以考试方式招生", type: "bool", required: true },
      { key: "choice", label: "经查实存在违规择校行为", type: "bool", required: true },
      { key: "keySchools", label: "经查实存在重点学校或重点班", type: "bool", required: true },
      { key: "posts", label: "经查实存在“有编不补”或长期聘用编外教师", type: "bool", required: true },
      { key: "incident", label: "经查实发生重大安全责任事故或严重违纪违规事件", type: "bool", required: true },
      { key: "falsified", label: "经查实有弄虚作假行为", type: "bool", required: true },
    ],
  },
];

export const SUBJECT_NAMES: Record<string, string> = Object.fromEntries(SUBJECTS);

