import { FLOOR_RATIO, INDICATOR_KEYS, INDICATORS, MIN_AT_STANDARD, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { Readings } from "@/lib/standard/readings";
import { amountOf, missingTo, reaches, valueOf, wholeThreshold } from "./amounts";
import type { SchoolFacts } from "./facts";
import { sectionsOf, type StageSection } from "./sections";

export type PerKey<T> = Record<IndicatorKey, T>;
export type Thresholds = PerKey<Record<Stage, number>>;
/** What is not given is the state's: its thresholds, its limits, the default readings (lib/standard). */
export type EvaluationOptions = { thresholds?: Thresholds; cvLimit?: Record<Stage, number>; readings?: Readings };

/** One stage of one school. Values per 100 pupils or per pupil, unrounded; `shortfall` in people, rooms, ㎡ and 元. */
export type Section = {
  school: string;
  code: string;
  stage: Stage;
  students: number;
  values: PerKey<number | null>;
  atStandard: PerKey<boolean>;
  atFloor: PerKey<boolean>;
  standardCount: number;
  compliant: boolean;
  shortfall: Partial<PerKey<number>>;
};
export type Judged = { source: StageSection; section: Section };
/** Standard and floor of one stage as whole numbers. */
export type Limits = PerKey<{ standard: number; floor: number }>;

const FLOOR_PERCENT = Math.round(FLOOR_RATIO * 100);

/** A record over the seven keys, filled by one function. */
export function perKey<T>(fill: (key: IndicatorKey) => T): PerKey<T> {
  return {
    degreeTeachers: fill("degreeTeachers"),
    backboneTeachers: fill("backboneTeachers"),
    artsPeTeachers: fill("artsPeTeachers"),
    teachingArea: fill("teachingArea"),
    sportsArea: fill("sportsArea"),
    equipmentValue: fill("equipmentValue"),
    multimediaRooms: fill("multimediaRooms"),
  };
}

const limitsOf = (thresholds: Thresholds | undefined, rounded: boolean): Record<Stage, Limits> => {
  const whole = (stage: Stage) => perKey((key) => {
    const threshold = (thresholds?.[key] ?? INDICATORS[key].threshold)[stage];
    return { standard: wholeThreshold(threshold, 100, rounded), floor: wholeThreshold(threshold, FLOOR_PERCENT, rounded) };
  });
  return { primary: whole("primary"), junior: whole("junior") };
};
const NATIONAL = limitsOf(undefined, false);
export const isRounded = ({ readings }: EvaluationOptions): boolean => readings?.rounding === "rounded";
/** Standard and floor of both stages under the options. */
export const limitsFor = (options: EvaluationOptions): Record<Stage, Limits> => (options.thresholds || isRounded(options) ? limitsOf(options.thresholds, isRounded(options)) : NATIONAL);

/** One section against its limits. */
export function judge(source: StageSection, limits: Limits): Judged {
  const { facts, stage, students } = source;
  const values: Section["values"] = { degreeTeachers: null, backboneTeachers: null, artsPeTeachers: null, teachingArea: null, sportsArea: null, equipmentValue: null, multimediaRooms: null };
  const atStandard = { degreeTeachers: false, backboneTeachers: false, artsPeTeachers: false, teachingArea: false, sportsArea: false, equipmentValue: false, multimediaRooms: false };
  const atFloor = { ...atStandard };
  const shortfall: Section["shortfall"] = {};
  let standardCount = 0;
  let floorCount = 0;
  for (const key of INDICATOR_KEYS) {
    const amount = amountOf(source, key);
    if (amount === null) continue;
    const { standard, floor } = limits[key];
    values[key] = valueOf(key, amount);
    if (reaches(key, amount, standard)) {
      atStandard[key] = true;
      standardCount += 1;
    } else shortfall[key] = missingTo(key, amount, standard);
    if (atStandard[key] || reaches(key, amount, floor)) {
      atFloor[key] = true;
      floorCount += 1;
    }
  }
  const compliant = standardCount >= MIN_AT_STANDARD && floorCount === INDICATOR_KEYS.length;
  return { source, section: { school: facts.name, code: facts.code, stage, students: students ?? 0, values, atStandard, atFloor, standardCount, compliant, shortfall } };
}

/** Whether every one of the seven values is known. */
export const isComplete = (section: Pick<Section, "values">): boolean => INDICATOR_KEYS.every((key) => section.values[key] !== null);

/** The sections of one school, judged alone: what a form shows while a person types. */
export function evaluateSchool(facts: SchoolFacts, options: EvaluationOptions = {}): Section[] {
  const limits = limitsFor(options);
  return sectionsOf(facts).map((source) => judge(source, limits[source.stage]).section);
}
