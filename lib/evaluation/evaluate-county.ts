import { CV_LIMIT, FLOOR_RATIO, INDICATOR_KEYS, INDICATORS, MIN_AT_STANDARD, STAGES, STANDARD_ID, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import type { Readings } from "@/lib/standard/readings";
import { amountOf, missingTo, reaches, valueOf, wholeThreshold } from "./amounts";
import type { SchoolFacts } from "./facts";
import { mergePoints } from "./merge-points";
import { exclusionReason, sectionsOf, type StageSection } from "./sections";
import { judgeCv, variation } from "./variation";

type PerKey<T> = Record<IndicatorKey, T>;
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
export type IndicatorOutcome = { mean: number | null; sd: number | null; cv: number | null; cvLimit: number; cvPass: boolean; sectionsAtStandard: number };
export type StageEvaluation = { sections: number; students: number; compliantSections: number; compositeCv: number | null; indicators: PerKey<IndicatorOutcome> };
export type CountyEvaluation = {
  standard: string;
  excluded: { school: string; code: string; reason: string }[];
  sections: Section[];
  stages: Partial<Record<Stage, StageEvaluation>>;
  verdict: { resourceAllocation: boolean | null };
};

type Judged = { source: StageSection; section: Section };
/** Standard and floor of one stage as whole numbers. */
type Limits = PerKey<{ standard: number; floor: number }>;

const NONE: ReadonlyMap<string, string> = new Map();
const FLOOR_PERCENT = Math.round(FLOOR_RATIO * 100);
/** Codes are digits: order by code unit, the same everywhere. */
const byCode = (a: SchoolFacts, b: SchoolFacts) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** A record over the seven keys, filled by one function. */
function perKey<T>(fill: (key: IndicatorKey) => T): PerKey<T> {
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
const isRounded = ({ readings }: EvaluationOptions): boolean => readings?.rounding === "rounded";
const limitsFor = (options: EvaluationOptions): Record<Stage, Limits> => (options.thresholds || isRounded(options) ? limitsOf(options.thresholds, isRounded(options)) : NATIONAL);

function judge(source: StageSection, limits: Limits): Judged {
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

function outcomeOf(key: IndicatorKey, judged: readonly Judged[], students: Float64Array, cvLimit: number, rounded: boolean): IndicatorOutcome {
  const ratios = new Float64Array(judged.length);
  let sectionsAtStandard = 0;
  let known = 0;
  for (const { section } of judged) {
    const value = section.values[key];
    if (section.atStandard[key]) sectionsAtStandard += 1;
    if (value !== null) ratios[known++] = value;
  }
  if (known < judged.length) return { mean: null, sd: null, cv: null, cvLimit, cvPass: false, sectionsAtStandard };
  const { mean, sd, cv } = variation(ratios, students);
  return { mean, sd, ...judgeCv(cv, cvLimit, () => judged.flatMap(({ source }) => amountOf(source, key) ?? []), rounded), cvLimit, sectionsAtStandard };
}

function stageOf(judged: Judged[], cvLimit: number, rounded: boolean): StageEvaluation {
  const students = Float64Array.from(judged, ({ section }) => section.students);
  const indicators = perKey((key) => outcomeOf(key, judged, students, cvLimit, rounded));
  const cvs = INDICATOR_KEYS.flatMap((key) => indicators[key].cv ?? []);
  return {
    sections: judged.length,
    students: judged.reduce((sum, { section }) => sum + section.students, 0),
    compliantSections: judged.filter(({ section }) => section.compliant).length,
    compositeCv: cvs.length < INDICATOR_KEYS.length ? null : cvs.reduce((sum, cv) => sum + cv, 0) / cvs.length,
    indicators,
  };
}

const sectionsWithin = (facts: SchoolFacts, limits: Record<Stage, Limits>): Section[] => sectionsOf(facts).map((source) => judge(source, limits[source.stage]).section);

/** The sections of one school, judged alone: what a form shows while a person types. */
export const evaluateSchool = (facts: SchoolFacts, options: EvaluationOptions = {}): Section[] => sectionsWithin(facts, limitsFor(options));

/**
 * The 资源配置 of a county by 教督〔2017〕6号. Sums run in the order of school codes, so that the result is the same to the last
 * bit in whatever order the schools come. Incomplete data gives no verdict (null), never a pass.
 */
export function evaluateCounty(schools: readonly SchoolFacts[], options: EvaluationOptions = {}): CountyEvaluation {
  const sorted = [...schools].sort(byCode);
  const readings = options.readings ?? DEFAULT_READINGS;
  const { schools: ordered, merged } = readings.smallTeachingPoints === "merged" ? mergePoints(sorted) : { schools: sorted, merged: NONE };
  const cvLimits = options.cvLimit ?? CV_LIMIT;
  const limits = limitsFor(options);
  const excluded: CountyEvaluation["excluded"] = [];
  const judged: Judged[] = [];
  for (const facts of ordered) {
    const host = merged.get(facts.code);
    const reason = host === undefined ? exclusionReason(facts, readings) : `教学点在校生 ${facts.students.primary} 人，不足 50 人，并入${host}计算`;
    if (reason) excluded.push({ school: facts.name, code: facts.code, reason });
    else for (const source of sectionsOf(facts)) judged.push(judge(source, limits[source.stage]));
  }
  const stages: CountyEvaluation["stages"] = {};
  for (const stage of STAGES) {
    const own = judged.filter(({ section }) => section.stage === stage);
    if (own.length > 0) stages[stage] = stageOf(own, cvLimits[stage], isRounded(options));
  }
  const sections = judged.map(({ section }) => section);
  const whole = sections.length > 0 && sections.every(isComplete);
  const passes = sections.every((section) => section.compliant) && Object.values(stages).every((stage) => INDICATOR_KEYS.every((key) => stage.indicators[key].cvPass));
  return { standard: STANDARD_ID, excluded, sections, stages, verdict: { resourceAllocation: whole ? passes : null } };
}
