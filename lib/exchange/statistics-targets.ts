import { STAGES, type Stage } from "@/lib/standard/indicators";

/** What is taken from the statistics of a stage. `adds`: several columns are added up. */
export const TARGETS = [
  { key: "code", label: "学校标识码", adds: false },
  { key: "name", label: "学校名称", adds: false },
  { key: "counted", label: "是否计校数", adds: false },
  { key: "students", label: "在校生数", adds: false },
  { key: "degree", label: "高于规定学历教师（各学历相加）", adds: true },
  { key: "backbone", label: "县级以上骨干教师", adds: false },
  { key: "pe", label: "体育教师", adds: false },
  { key: "arts", label: "艺术教师（计）", adds: false },
  { key: "music", label: "音乐教师", adds: false },
  { key: "fineArts", label: "美术教师", adds: false },
  { key: "teachingArea", label: "教学及辅助用房面积", adds: false },
  { key: "indoorSportsArea", label: "室内体育用房面积", adds: false },
  { key: "sportsFieldArea", label: "运动场地面积", adds: false },
  { key: "equipmentValueWan", label: "教学仪器设备资产值（万元）", adds: false },
  { key: "multimediaRooms", label: "网络多媒体教室", adds: false },
] as const;
export type TargetKey = (typeof TARGETS)[number]["key"];
export type SheetStage = Stage | "senior";
export const SHEET_STAGES: readonly SheetStage[] = [...STAGES, "senior"];
/** A senior part counts only in the split of what is shared. */
const SENIOR_TARGETS: readonly TargetKey[] = ["code", "name", "counted", "students", "teachingArea", "indoorSportsArea", "sportsFieldArea", "equipmentValueWan", "multimediaRooms"];
export const targetsOf = (stage: SheetStage) => TARGETS.filter(({ key }) => stage !== "senior" || SENIOR_TARGETS.includes(key));
