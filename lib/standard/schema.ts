import { z } from "zod";
import { INDICATOR_KEYS, STAGES } from "./indicators";
import { DEFAULT_READINGS } from "./default-readings";
import { READING_KEYS } from "./readings";

const perStage = z.object({ primary: z.number(), junior: z.number() });

/** Thresholds as they are stored with a result. */
export const storedThresholds = z.object({
  degreeTeachers: perStage, backboneTeachers: perStage, artsPeTeachers: perStage, teachingArea: perStage, sportsArea: perStage, equipmentValue: perStage, multimediaRooms: perStage,
});

/** Readings as they are stored; one that was not yet asked when the row was written stood at its default. */
export const storedReadings = z.object({
  smallTeachingPoints: z.enum(["excluded", "merged"]).default(DEFAULT_READINGS.smallTeachingPoints),
  smallPrimarySchools: z.enum(["included", "excluded"]).default(DEFAULT_READINGS.smallPrimarySchools),
  privateSchools: z.enum(["included", "public", "countyRun"]).default(DEFAULT_READINGS.privateSchools),
  rounding: z.enum(["unrounded", "rounded"]).default(DEFAULT_READINGS.rounding),
  musicArtRooms: z.enum(["oneEach", "together"]).default(DEFAULT_READINGS.musicArtRooms),
  smallSchoolFunds: z.enum(["all", "village"]).default(DEFAULT_READINGS.smallSchoolFunds),
  relaxations: z.enum(["off", "dated", "extended"]).default(DEFAULT_READINGS.relaxations),
});

export const storedStandard = z.object({ thresholds: storedThresholds, readings: storedReadings });

const held = { divisionCode: z.string(), validFrom: z.string(), validTo: z.string().nullable() };
/** Rows of `threshold_overrides` and `reading_choices`, dates as ISO days. */
export const overrideRow = z.object({ ...held, indicator: z.enum(INDICATOR_KEYS), stage: z.enum(STAGES), value: z.number(), basis: z.string() });
export const choiceRow = z.object({ ...held, reading: z.enum(READING_KEYS), value: z.string() });
