import type { SchoolFacts } from "@/lib/evaluation/facts";

/** A primary school with every figure filled in; `change` replaces what a test is about. */
export const facts = (change: Partial<SchoolFacts> = {}): SchoolFacts => ({
  code: "2164042201", name: "东镇小学", kind: "primary", operatorType: 7, areaType: "town",
  students: { primary: 300, junior: null, senior: null },
  classes: { primary: 8, junior: null },
  maxClass: { primary: 42, junior: null },
  degreeTeachers: { primary: 15, junior: null },
  backboneTeachers: { primary: 4, junior: null },
  artsPeTeachers: { primary: 3, junior: null },
  teachingArea: 1800, indoorSportsArea: 120.5, sportsFieldArea: 2600, equipmentValueWan: 61.25, multimediaRooms: 9,
  ...change,
});
