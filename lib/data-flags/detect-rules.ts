/** What counts as implausible, as data: rules with thresholds. A flag is a question, never a finding of fact. Pure. 教督〔2017〕6号 一票否决: 弄虚作假 only 经查实 */
export const FLAG_RULES = {
  jump: { name: "同比变化异常", help: "总量比上年变化过大，同期在校生没有相应变化。" },
  identical: { name: "多校数值相同", help: "三所及以上学校同一项填报了完全相同的非整数值。" },
  contradiction: { name: "数据自相矛盾", help: "同一所学校的数据互相对不上。" },
  threshold: { name: "多项恰好达标", help: "多项指标都恰好压在标准线上。" },
  statistics: { name: "与统计数据不一致", help: "审定数据与导入的教育事业统计差异较大。" },
  late: { name: "集中更正", help: "短时间内大量学校更正已审定的数据。" },
} as const;
export type FlagRule = keyof typeof FLAG_RULES;
export const FLAG_RULE_KEYS = Object.keys(FLAG_RULES) as [FlagRule, ...FlagRule[]];
export const isFlagRule = (text: string): text is FlagRule => text in FLAG_RULES;

/** The totals of a school that are watched from year to year: a change of more than `share` and of at least `least`. */
export const QUANTITIES = {
  degreeTeachers: { label: "高于规定学历教师", unit: "人", share: 0.6, least: 8 },
  backboneTeachers: { label: "骨干教师", unit: "人", share: 1, least: 8 },
  artsPeTeachers: { label: "体育、艺术教师", unit: "人", share: 1, least: 6 },
  teachingArea: { label: "教学及辅助用房面积", unit: "㎡", share: 0.5, least: 400 },
  sportsFieldArea: { label: "运动场地面积", unit: "㎡", share: 0.5, least: 800 },
  equipmentValueWan: { label: "教学仪器设备值", unit: "万元", share: 0.8, least: 30 },
  multimediaRooms: { label: "网络多媒体教室", unit: "间", share: 1, least: 8 },
} as const;
export type Quantity = keyof typeof QUANTITIES;
export const QUANTITY_KEYS = Object.keys(QUANTITIES) as [Quantity, ...Quantity[]];

/** A jump is none where the pupils have moved by this share, too. */
export const PUPILS_SHARE = 0.25;
/** The same value in so many schools. */
export const IDENTICAL_SCHOOLS = 3;
/** On the line: at the standard and no more than this share above it, in so many of the seven. */
export const ON_LINE_SHARE = 0.005;
export const ON_LINE_COUNT = 4;
/** A figure and the statistics apart by more than this share and this many units. */
export const STATISTICS_SHARE = 0.05;
export const STATISTICS_LEAST = 3;
/** So many schools, and this share of the county, corrected within so many days. */
export const LATE = { schools: 5, share: 0.1, days: 14 } as const;
