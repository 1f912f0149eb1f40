import { array, boolean, enum as oneOf, nullable, number, object, optional, string, type infer as Infer } from "zod/mini";
import { AREA_TYPES, SCHOOL_KINDS } from "@/lib/standard/school-kinds";

const count = nullable(number());
const perStage = object({ primary: count, junior: count });
const limits = object({ primary: number(), junior: number() });

/** What the browser is given to reckon with. */
export const countyShape = object({
  schools: array(object({
    code: string(), name: string(), kind: oneOf(SCHOOL_KINDS), operatorType: optional(count), areaType: optional(nullable(oneOf(AREA_TYPES))), parentCode: optional(nullable(string())),
    students: object({ primary: count, junior: count, senior: count }), classes: perStage, maxClass: perStage, degreeTeachers: perStage, backboneTeachers: perStage, artsPeTeachers: perStage,
    teachingArea: count, indoorSportsArea: count, sportsFieldArea: count, equipmentValueWan: count, multimediaRooms: count,
  })),
  standard: object({
    thresholds: object({ degreeTeachers: limits, backboneTeachers: limits, artsPeTeachers: limits, teachingArea: limits, sportsArea: limits, equipmentValue: limits, multimediaRooms: limits }),
    readings: object({
      smallTeachingPoints: oneOf(["excluded", "merged"]), smallPrimarySchools: oneOf(["included", "excluded"]), privateSchools: oneOf(["included", "public", "countyRun"]), rounding: oneOf(["unrounded", "rounded"]),
      musicArtRooms: oneOf(["oneEach", "together"]), smallSchoolFunds: oneOf(["all", "village"]), relaxations: oneOf(["off", "dated", "extended"]),
    }),
  }),
});
export type County = Infer<typeof countyShape>;

/** What the portal says where it does not give them. */
export const refusalShape = object({ ok: optional(boolean()), message: string() });
