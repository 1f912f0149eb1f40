import type { SchoolFactRow } from "@/lib/results/school-fact-row";

type NumberKey = { [Key in keyof SchoolFactRow]-?: SchoolFactRow[Key] extends number | null ? Key : never }[keyof SchoolFactRow];
/** 核实口径: the figures of a school that are counted again on site. Pure. */
export type SiteField = { key: Exclude<NumberKey, "year" | "number" | "operator_type">; label: string; unit: string; places: 0 | 2 | 4 };

export const SITE_FIELDS: readonly SiteField[] = [
  { key: "primary_students", label: "小学在校生", unit: "人", places: 0 },
  { key: "junior_students", label: "初中在校生", unit: "人", places: 0 },
  { key: "senior_students", label: "高中在校生", unit: "人", places: 0 },
  { key: "primary_degree_teachers", label: "小学高于规定学历教师", unit: "人", places: 0 },
  { key: "junior_degree_teachers", label: "初中高于规定学历教师", unit: "人", places: 0 },
  { key: "primary_backbone_teachers", label: "小学县级以上骨干教师", unit: "人", places: 0 },
  { key: "junior_backbone_teachers", label: "初中县级以上骨干教师", unit: "人", places: 0 },
  { key: "primary_arts_pe_teachers", label: "小学体育、艺术专任教师", unit: "人", places: 0 },
  { key: "junior_arts_pe_teachers", label: "初中体育、艺术专任教师", unit: "人", places: 0 },
  { key: "teaching_area", label: "教学及辅助用房面积", unit: "㎡", places: 2 },
  { key: "indoor_sports_area", label: "其中室内体育用房面积", unit: "㎡", places: 2 },
  { key: "sports_field_area", label: "运动场地面积", unit: "㎡", places: 2 },
  { key: "equipment_value_wan", label: "教学仪器设备值", unit: "万元", places: 4 },
  { key: "multimedia_rooms", label: "网络多媒体教室", unit: "间", places: 0 },
];
export const siteField = (key: string): SiteField | undefined => SITE_FIELDS.find((field) => field.key === key);

/** Why a figure cannot be one of this field; null when it can. */
export function refuseSiteValue(field: SiteField, text: string): string | null {
  const places = field.places === 0 ? "整数" : `数字，最多 ${field.places} 位小数`;
  const shape = field.places === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{1,${field.places}})?$`);
  return shape.test(text) ? null : `请填写${places}。`;
}
