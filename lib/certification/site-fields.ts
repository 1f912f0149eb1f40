import type { SchoolFactRow } from "@/lib/results/school-fact-row";
import { STAGE_NAME, type Stage } from "@/lib/standard/indicators";

type NumberKey = Exclude<{ [Key in keyof SchoolFactRow]-?: SchoolFactRow[Key] extends number | null ? Key : never }[keyof SchoolFactRow], "year" | "number" | "operator_type">;
type MoreKey = "trained" | "certified" | "fundsBudget" | "trainingBudget";

/** 核实口径: a figure of a school that is counted again on site: how it is read in the submitted row, and the row with what was found in its place. Pure. */
export type SiteField = { key: string; label: string; unit: string; places: 0 | 2 | 4; read: (row: SchoolFactRow) => number | null; write: (row: SchoolFactRow, found: number) => SchoolFactRow };

const plain = (key: NumberKey, label: string, unit: string, places: SiteField["places"] = 0): SiteField => ({ key, label, unit, places, read: (row) => row[key], write: (row, found) => ({ ...row, [key]: found }) });
const more = (key: MoreKey, label: string, unit: string, places: SiteField["places"] = 0): SiteField => ({ key: `more.${key}`, label, unit, places, read: ({ more: facts }) => facts[key], write: (row, found) => ({ ...row, more: { ...row.more, [key]: found } }) });

const fullTime = (stage: Stage): SiteField => ({
  key: `more.fullTime.${stage}`, label: `${STAGE_NAME[stage]}专任教师`, unit: "人", places: 0,
  read: ({ more: facts }) => facts.fullTime[stage], write: (row, found) => ({ ...row, more: { ...row.more, fullTime: { ...row.more.fullTime, [stage]: found } } }),
});

/** The classes when the largest has `found` pupils: the largest is corrected upwards, or every larger one down to it. */
export function withLargestClass(classes: readonly number[], found: number): number[] {
  const largest = Math.max(...classes);
  if (found <= largest) return classes.map((size) => Math.min(size, found));
  const at = classes.indexOf(largest);
  return classes.map((size, index) => (index === at ? found : size));
}

const largestClass = (stage: Stage): SiteField => {
  const column = stage === "primary" ? "primary_max_class" : "junior_max_class";
  return {
    key: `more.classes.${stage}`, label: `${STAGE_NAME[stage]}最大班额`, unit: "人", places: 0,
    read: ({ more: { classes } }) => (classes[stage] && classes[stage].length > 0 ? Math.max(...classes[stage]) : null),
    write: (row, found) => { const classes = row.more.classes[stage]; return classes && classes.length > 0 ? { ...row, [column]: found, more: { ...row.more, classes: { ...row.more.classes, [stage]: withLargestClass(classes, found) } } } : row; },
  };
};

export const SITE_FIELDS: readonly SiteField[] = [
  plain("primary_students", "小学在校生", "人"),
  plain("junior_students", "初中在校生", "人"),
  plain("senior_students", "高中在校生", "人"),
  plain("primary_degree_teachers", "小学高于规定学历教师", "人"),
  plain("junior_degree_teachers", "初中高于规定学历教师", "人"),
  plain("primary_backbone_teachers", "小学县级以上骨干教师", "人"),
  plain("junior_backbone_teachers", "初中县级以上骨干教师", "人"),
  plain("primary_arts_pe_teachers", "小学体育、艺术专任教师", "人"),
  plain("junior_arts_pe_teachers", "初中体育、艺术专任教师", "人"),
  plain("teaching_area", "教学及辅助用房面积", "㎡", 2),
  plain("indoor_sports_area", "其中室内体育用房面积", "㎡", 2),
  plain("sports_field_area", "运动场地面积", "㎡", 2),
  plain("equipment_value_wan", "教学仪器设备值", "万元", 4),
  plain("multimedia_rooms", "网络多媒体教室", "间"),
  largestClass("primary"), largestClass("junior"), fullTime("primary"), fullTime("junior"),
  more("certified", "持有相应教师资格证的专任教师", "人"), more("trained", "培训满 360 学时的专任教师", "人"),
  more("fundsBudget", "年度公用经费预算", "万元", 4), more("trainingBudget", "其中教师培训经费", "万元", 4),
];
export const siteField = (key: string): SiteField | undefined => SITE_FIELDS.find((field) => field.key === key);

/** Why a figure cannot be one of this field; null when it can. */
export function refuseSiteValue(field: SiteField, text: string): string | null {
  const places = field.places === 0 ? "整数" : `数字，最多 ${field.places} 位小数`;
  const shape = field.places === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{1,${field.places}})?$`);
  return shape.test(text) ? null : `请填写${places}。`;
}
