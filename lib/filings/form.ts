import type { FieldSpec, SectionData, SectionSpec } from "@/lib/forms/field";
import { hasSenior, stagesOf, type SchoolKind } from "@/lib/standard/school-kinds";
import { STAGE_NAME, STAGES } from "@/lib/standard/indicators";

/** The same question for both stages: key `primaryX` / `juniorX`, label with the stage named. */
function perStage(key: string, spec: Omit<FieldSpec, "key" | "stage">): FieldSpec[] {
  return STAGES.map((stage) => ({
    ...spec,
    key: `${stage}${key}`,
    stage,
    label: `${STAGE_NAME[stage]}${spec.label}`,
  }));
}

const HEADS = { type: "int", unit: "人", max: 99_999 } as const;
const AREA = { type: "decimal", unit: "㎡", max: 9_999_999 } as const;
const WAN = { type: "decimal", unit: "万元", max: 9_999_999 } as const;

/** The sections of a school's self-assessment, in the order of the paper. Rules: FIELDS 1–2, 教督〔2017〕6号. */
export const FILING_SECTIONS: SectionSpec[] = [
  {
    key: "basic",
    title: "学校基本情况",
    lead: "核对学校的基本信息；与学校登记信息不一致时，请联系县级教育行政部门更正。",
    fields: [
      { key: "builtYear", label: "建校年份", type: "year", required: true, help: "用于判断学校规模和专用教室的过渡性规定。" },
      { key: "boarding", label: "是否寄宿制学校", type: "bool", required: true, item: "gov-13" },
      { key: "charter", label: "是否已制定学校章程", type: "bool", required: true, item: "qual-3" },
    ],
  },
  {
    key: "students",
    title: "学生与班级",
    lead: "按当年 9 月 1 日在籍学生填写，不需要、也不得填写学生个人信息。",
    fields: [
      ...perStage("Students", { ...HEADS, label: "在校生数", required: true, source: "教基3112／3115" }),
      { ...HEADS, key: "seniorStudents", label: "高中在校生数", stage: "senior", required: true, source: "教基3118", help: "用于分摊校舍、场馆和设备，不参与评估。" },
      ...perStage("ClassSizes", { type: "classes", label: "各班学生数", required: true, source: "教基2106／2107", item: "gov-5", help: "每行一个班，可从表格整列粘贴。小学每班不超过 45 人，初中不超过 50 人。" }),
      ...perStage("InZoneStudents", { ...HEADS, label: "划片范围内在校生数", required: true, condition: "zoned", item: "gov-13", help: "城区、镇区公办非寄宿制学校必填。" }),
      { ...HEADS, key: "migrantStudents", label: "随迁子女在校生数", required: true, item: "gov-15" },
      { ...HEADS, key: "juniorGraduates", label: "本年初中毕业生数", stage: "junior", required: true, item: "qual-1" },
      { ...HEADS, key: "juniorEntrants", label: "该届三年前初一在校生数", stage: "junior", required: true, item: "qual-1" },
      { ...HEADS, key: "juniorTransferredIn", label: "该届三年间转入人数", stage: "junior", required: true, item: "qual-1" },
      { ...HEADS, key: "juniorTransferredOut", label: "该届三年间转出人数", stage: "junior", required: true, item: "qual-1" },
      { ...HEADS, key: "juniorDeceased", label: "该届三年间死亡人数", stage: "junior", required: true, item: "qual-1" },
    ],
  },
  {
    key: "teachers",
    title: "教师队伍",
    lead: "按当年 9 月 1 日专任教师（教育事业统计口径）填写。",
    fields: [
      ...perStage("FullTimeTeachers", { ...HEADS, label: "专任教师数", required: true, source: "教基4155／4156" }),
      ...perStage("DegreeTeachers", { ...HEADS, label: "高于规定学历教师数", required: true, source: "教基4155／4156", help: "小学：专科及以上；初中：本科及以上。" }),
      ...perStage("BackboneTeachers", { ...HEADS, label: "县级以上骨干教师数", required: true, source: "教基1102续表", help: "以县级及以上教育行政部门认定文件为准。" }),
      ...perStage("ArtsPeTeachers", { ...HEADS, label: "体育、艺术（美术、音乐）专任教师数", required: true, source: "教基4155／4156", help: "艺术为音乐、美术小计时，不重复相加。" }),
      { ...HEADS, key: "certifiedTeachers", label: "持有教师资格证的专任教师数", required: true, item: "gov-12", help: "义务教育阶段，应达到 100%。" },
      { ...HEADS, key: "trainedTeachers", label: "近 5 年培训满 360 学时的专任教师数", required: true, item: "gov-9", help: "义务教育阶段，应达到 100%。" },
      { ...HEADS, key: "counsellors", label: "专职心理健康教育教师数", required: true },
    ],
  },
  {
    key: "premises",
    title: "校舍与场馆",
    lead: "面积单位为平方米，保留两位小数。一贯制学校、完全中学填全校总量，系统按学段分摊。",
    fields: [
      { ...AREA, key: "teachingArea", label: "教学及辅助用房面积", required: true, condition: "assessed", source: "教基5170", help: "按统计口径填写，包含室内体育用房；计算时自动扣除。" },
      { ...AREA, key: "indoorSportsArea", label: "其中：室内体育用房面积", required: true, condition: "assessed", source: "教基5170" },
      { ...AREA, key: "sportsFieldArea", label: "运动场地面积", required: true, condition: "assessed", source: "教基5176" },
      { key: "musicRooms", label: "音乐专用教室", type: "rooms", required: true, condition: "assessed", item: "gov-3", help: "每 12 个班级至少 1 间，每间不小于 96 ㎡。" },
      { key: "artRooms", label: "美术专用教室", type: "rooms", required: true, condition: "assessed", item: "gov-3", help: "每 12 个班级至少 1 间，每间不小于 90 ㎡。" },
    ],
  },
  {
    key: "equipment",
    title: "设备与信息化",
    lead: "教学仪器设备资产值按账面原值填写，单位为万元。",
    fields: [
      { ...WAN, key: "equipmentValueWan", label: "教学仪器设备资产值", required: true, condition: "assessed", source: "教基5176", help: "单位是万元，保留四位以内小数。" },
      { key: "multimediaRooms", label: "网络多媒体教室数", type: "int", unit: "间", max: 9_999, required: true, condition: "assessed", source: "教基5176" },
      { key: "interactiveRooms", label: "其中：“互联网＋教育”互动教室数", type: "int", unit: "间", max: 9_999, required: false },
    ],
  },
  {
    key: "funding",
    title: "经费与培训",
    lead: "按上一年度（自然年）填写，单位为万元。",
    fields: [
      { ...WAN, key: "fundsBudget", label: "学校公用经费预算总额", required: true, item: "qual-4" },
      { ...WAN, key: "trainingBudget", label: "其中：教师培训经费预算", required: true, item: "qual-4", help: "不低于公用经费预算总额的 5%。" },
      { ...WAN, key: "fundsFinal", label: "学校公用经费决算总额", required: true },
      { ...WAN, key: "trainingFinal", label: "其中：教师培训经费决算", required: true },
      { ...WAN, key: "fundsAllocated", label: "上年度拨付公用经费", required: true, condition: "small", item: "gov-6", help: "不足 100 人的学校必填，应按 100 人核定。" },
    ],
  },
  {
    key: "safety",
    title: "安全与心理健康",
    lead: "校园安全“四个100%”和心理健康教育条件。",
    fields: [
      { key: "guards", label: "专职保安员配备到位", type: "bool", required: true },
      { key: "closedCampus", label: "实行封闭化管理", type: "bool", required: true },
      { key: "alarms", label: "一键报警和视频监控接通", type: "bool", required: true },
      { key: "crossingGuards", label: "护学岗设置到位", type: "bool", required: true },
      { key: "counsellingRoom", label: "设有心理辅导室", type: "bool", required: true },
    ],
  },
  {
    key: "statements",
    title: "自评说明与佐证",
    lead: "逐项写出自评结论和依据，并上传佐证材料；同一份材料可用于多项。",
    fields: [
      { key: "managementStatement", label: "制定章程，实现管理与教学信息化", type: "statement", required: true, item: "qual-3" },
      { key: "technologyStatement", label: "教师熟练运用信息化手段，设施设备利用率较高", type: "statement", required: true, item: "qual-5" },
      { key: "moralStatement", label: "德育工作、校园文化建设水平达到良好以上", type: "statement", required: true, item: "qual-6" },
      { key: "curriculumStatement", label: "课程开齐开足，教学秩序规范，综合实践活动有效开展", type: "statement", required: true, item: "qual-7" },
      { key: "workloadStatement", label: "无过重课业负担", type: "statement", required: true, item: "qual-8" },
    ],
  },
];

export type FilingSectionKey = "basic" | "students" | "teachers" | "premises" | "equipment" | "funding" | "safety" | "statements";
/** A filing's values, section by section. */
export type FilingData = Partial<Record<string, SectionData>>;

/** Whether a field is asked of a school of this kind. */
export function isAsked(field: FieldSpec, kind: SchoolKind): boolean {
  if (field.stage === undefined) return true;
  if (field.stage === "senior") return hasSenior(kind);
  return stagesOf(kind).includes(field.stage);
}

/** The sections with only the fields that a school of this kind is asked. */
export function sectionsFor(kind: SchoolKind): SectionSpec[] {
  return FILING_SECTIONS.map((section) => ({ ...section, fields: section.fields.filter((field) => isAsked(field, kind)) }));
}

export function sectionSpec(key: string): SectionSpec | undefined {
  return FILING_SECTIONS.find((section) => section.key === key);
}
