/** The seven 资源配置 indicators of 教督〔2017〕6号, in its order. */
export const INDICATOR_KEYS = ["degreeTeachers", "backboneTeachers", "artsPeTeachers", "teachingArea", "sportsArea", "equipmentValue", "multimediaRooms"] as const;
export type IndicatorKey = (typeof INDICATOR_KEYS)[number];

export const STAGES = ["primary", "junior"] as const;
export type Stage = (typeof STAGES)[number];
export const STAGE_NAME: Record<Stage, string> = { primary: "小学", junior: "初中" };
/** 政府保障 5: pupils of a class; the limit itself passes. */
export const CLASS_LIMIT: Record<Stage, number> = { primary: 45, junior: 50 };

export const STANDARD_ID = "jiaodu-2017-6";
export const STANDARD_NAME = "教督〔2017〕6号";

/** Upper limits of the enrolment-weighted coefficient of variation; the limit itself passes. */
export const CV_LIMIT: Record<Stage, number> = { primary: 0.5, junior: 0.45 };
/** 余项不能低于要求的 85 %. */
export const FLOOR_RATIO = 0.85;
/** 每所学校至少 6 项指标达到要求. */
export const MIN_AT_STANDARD = 6;

export type Indicator = {
  key: IndicatorKey;
  number: number;
  /** Official wording. */
  name: string;
  shortName: string;
  /** Unit of the value (per 100 pupils or per pupil). */
  unit: "人" | "㎡" | "元" | "间";
  /** Pupils that the value is counted for. */
  per: 100 | 1;
  /** Physical resources of a school with several stages are split by weighted enrolment. */
  physical: boolean;
  /** People, rooms, 0.01 ㎡ and 元: how many base units one unit of the raw amount has. */
  baseUnits: 1 | 100;
  threshold: Record<Stage, number>;
  /** Form and column of the statistics since 2021. */
  source: string;
  definition: string;
};

export const INDICATORS: Record<IndicatorKey, Indicator> = {
  degreeTeachers: {
    key: "degreeTeachers", number: 1, name: "每百名学生拥有高于规定学历教师数", shortName: "高于规定学历教师", unit: "人", per: 100, physical: false, baseUnits: 1,
    threshold: { primary: 4.2, junior: 5.3 }, source: "教基4155／4156 专任教师分课程、分学历情况",
    definition: "小学为专科及以上、初中为本科及以上学历的专任教师数，除以该学段在校生数，乘以 100。",
  },
  backboneTeachers: {
    key: "backboneTeachers", number: 2, name: "每百名学生拥有县级以上骨干教师数", shortName: "骨干教师", unit: "人", per: 100, physical: false, baseUnits: 1,
    threshold: { primary: 1, junior: 1 }, source: "教基1102（续）县级以上骨干教师",
    definition: "由县级及以上教育行政部门认定的骨干教师数，除以该学段在校生数，乘以 100。",
  },
  artsPeTeachers: {
    key: "artsPeTeachers", number: 3, name: "每百名学生拥有体育、艺术（美术、音乐）专任教师数", shortName: "体育、艺术教师", unit: "人", per: 100, physical: false, baseUnits: 1,
    threshold: { primary: 0.9, junior: 0.9 }, source: "教基4155／4156 体育与健康、艺术",
    definition: "体育、美术、音乐专任教师数之和，除以该学段在校生数，乘以 100；艺术为音乐、美术小计时不重复相加。",
  },
  teachingArea: {
    key: "teachingArea", number: 4, name: "生均教学及辅助用房面积", shortName: "教学及辅助用房", unit: "㎡", per: 1, physical: true, baseUnits: 100,
    threshold: { primary: 4.5, junior: 5.8 }, source: "教基5170 校舍",
    definition: "教学及辅助用房面积扣除室内体育用房后，除以在校生数。",
  },
  sportsArea: {
    key: "sportsArea", number: 5, name: "生均体育运动场馆面积", shortName: "体育运动场馆", unit: "㎡", per: 1, physical: true, baseUnits: 100,
    threshold: { primary: 7.5, junior: 10.2 }, source: "教基5176 运动场地；教基5170 室内体育用房",
    definition: "运动场地面积与室内体育用房面积之和，除以在校生数。",
  },
  equipmentValue: {
    key: "equipmentValue", number: 6, name: "生均教学仪器设备值", shortName: "教学仪器设备值", unit: "元", per: 1, physical: true, baseUnits: 1,
    threshold: { primary: 2000, junior: 2500 }, source: "教基5176 教学仪器设备资产值（万元）",
    definition: "教学仪器设备资产值（账面原值，万元换算为元），除以在校生数。",
  },
  multimediaRooms: {
    key: "multimediaRooms", number: 7, name: "每百名学生拥有网络多媒体教室数", shortName: "网络多媒体教室", unit: "间", per: 100, physical: true, baseUnits: 1,
    threshold: { primary: 2.3, junior: 2.4 }, source: "教基5176 网络多媒体教室",
    definition: "接入网络并能向全班呈现多媒体内容的教室数，除以在校生数，乘以 100。",
  },
};
