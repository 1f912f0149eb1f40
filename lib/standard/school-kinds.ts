import type { Stage } from "./indicators";

export const SCHOOL_KINDS = ["primary", "junior", "nine_year", "twelve_year", "complete_secondary", "teaching_point", "special", "vocational"] as const;
export type SchoolKind = (typeof SCHOOL_KINDS)[number];

export const SCHOOL_KIND_LABEL: Record<SchoolKind, string> = {
  primary: "小学",
  junior: "初中",
  nine_year: "九年一贯制学校",
  twelve_year: "十二年一贯制学校",
  complete_secondary: "完全中学",
  teaching_point: "教学点",
  special: "特殊教育学校",
  vocational: "职业学校",
};

const KIND_STAGES: Record<SchoolKind, Stage[]> = {
  primary: ["primary"],
  junior: ["junior"],
  nine_year: ["primary", "junior"],
  twelve_year: ["primary", "junior"],
  complete_secondary: ["junior"],
  teaching_point: ["primary"],
  special: [],
  vocational: [],
};

/** The compulsory stages that are assessed at a school of this kind. */
export const stagesOf = (kind: SchoolKind): Stage[] => KIND_STAGES[kind];
export const hasSenior = (kind: SchoolKind): boolean => kind === "twelve_year" || kind === "complete_secondary";

export const AREA_TYPES = ["urban", "town", "rural"] as const;
export type AreaType = (typeof AREA_TYPES)[number];
/** A stored text as an area type; null for anything else. */
export const areaTypeOf = (text: string | null): AreaType | null => AREA_TYPES.find((known) => known === text) ?? null;
export const schoolKindOf = (text: string): SchoolKind | null => SCHOOL_KINDS.find((known) => known === text) ?? null;
export const AREA_TYPE_LABEL: Record<AreaType, string> = { urban: "城区", town: "镇区", rural: "乡村" };

/** 举办者类型 of 表Ⅱ-2, by its code. */
export const OPERATOR_TYPE_LABEL: Record<number, string> = {
  1: "中央教育部门",
  2: "中央其他部门",
  3: "省级教育部门",
  4: "省级其他部门",
  5: "地级教育部门",
  6: "地级其他部门",
  7: "县级教育部门",
  8: "县级其他部门",
  9: "地方企业",
  10: "民办",
};
