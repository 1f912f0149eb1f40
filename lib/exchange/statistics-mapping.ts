import { z } from "zod";
import { stageLabel } from "./columns";
import { TARGETS, targetsOf, type SheetStage, type TargetKey } from "./statistics-targets";

const paths = z.array(z.string().max(300)).max(30);
const sheetMapping = z.partialRecord(z.enum(TARGETS.map(({ key }) => key)), paths);
/** Which columns feed what, by stage, and which main school a campus belongs to (its code or name → the main school's code). */
export const statisticsMapping = z.object({ sheets: z.partialRecord(z.enum(["primary", "junior", "senior"]), sheetMapping), campuses: z.record(z.string().max(80), z.string().max(20)) });
export type StatisticsMapping = z.infer<typeof statisticsMapping>;
export type SheetMapping = z.infer<typeof sheetMapping>;

const END = String.raw`(/(合计|总计|小计|计))?$`;
const leaf = (text: string) => new RegExp(`(^|/)${text}${END}`);

/** The known paths of STANDARD B.1. */
function patternOf(target: TargetKey, stage: SheetStage): RegExp {
  switch (target) {
    case "code": return /(^|\/)(学校|学校\(机构\)|机构)标识码$/;
    case "name": return /(^|\/)(学校|学校\(机构\)|机构|单位)名称$/;
    case "counted": return /(^|\/)是否计校数$/;
    case "students": return /(^|\/)在校(学)?生(数)?(\/(合计|总计|计))?$/;
    case "degree": return new RegExp(`专任教师.*学历.*/(博士|硕士|(大学)?本科${stage === "primary" ? "|(高等)?专科" : ""})[^/]*${END}`);
    case "backbone": return new RegExp(`县级以上骨干教师(\\(${stageLabel(stage)}\\))${END}|县级以上骨干教师/${stageLabel(stage)}$|县级以上骨干教师$`);
    case "pe": return new RegExp(`专任教师.*/体育(与健康)?${END}`);
    case "arts": return new RegExp(`专任教师.*/艺术${END}`);
    case "music": return new RegExp(`专任教师.*/音乐${END}`);
    case "fineArts": return new RegExp(`专任教师.*/美术${END}`);
    case "teachingArea": return leaf(String.raw`教学及辅助用房(面积)?(\([^)]*\))?`);
    case "indoorSportsArea": return leaf(String.raw`室内体育用房(面积)?(\([^)]*\))?`);
    case "sportsFieldArea": return leaf(String.raw`(体育)?运动场地(面积)?(\([^)]*\))?`);
    case "equipmentValueWan": return leaf(String.raw`教学(、科研)?仪器设备(资产)?值(\([^)]*\))?`);
    case "multimediaRooms": return leaf(String.raw`网络多媒体教室(数)?(\([^)]*\))?`);
  }
}

/** A suggestion for one sheet: the shortest path that fits, or all that fit where columns are added up. */
export function suggestSheet(stage: SheetStage, columns: readonly string[]): SheetMapping {
  const mapping: SheetMapping = {};
  for (const { key, adds } of targetsOf(stage)) {
    const fitting = columns.filter((path) => patternOf(key, stage).test(path)).sort((a, b) => a.length - b.length);
    if (fitting.length > 0) mapping[key] = adds ? fitting : fitting.slice(0, 1);
  }
  return mapping;
}

/** What was confirmed before, where its columns still stand; else the suggestion. */
export function recallSheet(stage: SheetStage, columns: readonly string[], remembered: SheetMapping | undefined): SheetMapping {
  const suggested = suggestSheet(stage, columns);
  if (!remembered) return suggested;
  return Object.fromEntries(targetsOf(stage).map(({ key }) => {
    const kept = remembered[key];
    return [key, kept?.every((path) => columns.includes(path)) ? kept : (suggested[key] ?? [])];
  }));
}
