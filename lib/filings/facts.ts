import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { ClassRow, FieldValue } from "@/lib/forms/field";
import type { AreaType, SchoolKind } from "@/lib/standard/school-kinds";
import { hasSenior, stagesOf } from "@/lib/standard/school-kinds";
import type { Stage } from "@/lib/standard/indicators";
import type { FilingData } from "./form";

/** What the register knows of a school and the form does not ask again. */
export type RegisteredSchool = {
  code: string;
  name: string;
  kind: SchoolKind;
  operatorType: number | null;
  areaType: AreaType | null;
};

/** A number of the form; null when it is not filled in. */
export function numberOf(data: FilingData, section: string, key: string): number | null {
  const value = data[section]?.[key];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

const isClassRow = (row: unknown): row is ClassRow => typeof row === "object" && row !== null && "pupils" in row;

/** The classes of a stage; null when the list is not filled in. */
export function classesOf(data: FilingData, stage: Stage): ClassRow[] | null {
  const value: FieldValue | undefined = data["students"]?.[`${stage}ClassSizes`];
  return Array.isArray(value) && value.length > 0 ? value.filter(isClassRow) : null;
}

/** The input of the evaluation from a school's register entry and its filing (units: 人, ㎡, 万元, 间). */
export function toSchoolFacts(school: RegisteredSchool, data: FilingData): SchoolFacts {
  const stages = stagesOf(school.kind);
  const pair = (section: string, key: string) => ({
    primary: stages.includes("primary") ? numberOf(data, section, `primary${key}`) : null,
    junior: stages.includes("junior") ? numberOf(data, section, `junior${key}`) : null,
  });
  const lists = { primary: classesOf(data, "primary"), junior: classesOf(data, "junior") };
  const largest = (rows: ClassRow[] | null) => (rows ? Math.max(...rows.map((row) => row.pupils ?? 0)) : null);
  return {
    ...school,
    students: { ...pair("students", "Students"), senior: hasSenior(school.kind) ? numberOf(data, "students", "seniorStudents") : null },
    classes: { primary: lists.primary?.length ?? null, junior: lists.junior?.length ?? null },
    maxClass: { primary: largest(lists.primary), junior: largest(lists.junior) },
    degreeTeachers: pair("teachers", "DegreeTeachers"),
    backboneTeachers: pair("teachers", "BackboneTeachers"),
    artsPeTeachers: pair("teachers", "ArtsPeTeachers"),
    teachingArea: numberOf(data, "premises", "teachingArea"),
    indoorSportsArea: numberOf(data, "premises", "indoorSportsArea"),
    sportsFieldArea: numberOf(data, "premises", "sportsFieldArea"),
    equipmentValueWan: numberOf(data, "equipment", "equipmentValueWan"),
    multimediaRooms: numberOf(data, "equipment", "multimediaRooms"),
  };
}
