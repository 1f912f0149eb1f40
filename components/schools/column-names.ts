import { INDICATOR_KEYS, INDICATORS } from "@/lib/standard/indicators";
import type { SchoolColumn, SortKey } from "@/lib/results/school-filters";

const name = (key: (typeof INDICATOR_KEYS)[number]) => INDICATORS[key].shortName;

/** The columns of the school table as people read them. */
export const COLUMN_NAME: Record<SchoolColumn, string> = {
  county: "所在县", kind: "办学类型", stage: "学段", students: "在校生", count: "达标项",
  degreeTeachers: name("degreeTeachers"), backboneTeachers: name("backboneTeachers"), artsPeTeachers: name("artsPeTeachers"), teachingArea: name("teachingArea"),
  sportsArea: name("sportsArea"), equipmentValue: name("equipmentValue"), multimediaRooms: name("multimediaRooms"),
};

export const SORT_NAME: Record<SortKey, string> = { ...COLUMN_NAME, code: "学校标识码", name: "校名", state: "结论" };
