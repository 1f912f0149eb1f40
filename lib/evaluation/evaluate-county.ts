import { CV_LIMIT, FLOOR_RATIO, INDICATOR_KEYS, INDICATORS, MIN_AT_STANDARD, STAGES, STANDARD_ID, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { amountOf, missingTo, reaches, valueOf, type Amount } from "./amounts";
import type { SchoolFacts } from "./facts";
import { exclusionReason, sectionsOf, type StageSection } from "./sections";
import { variation, withinLimit } from "./variation";

type PerKey<T> = Record<IndicatorKey, T>;
export type Thresholds = PerKey<Record<Stage, number>>;
export type EvaluationOptions = { thresholds?: Thresholds; cvLimit?: Record<Stage, number> };

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

type Judged = { section: Section; amounts: PerKey<Amount | null> };

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

function judge(stageSection: StageSection, thresholds: Thresholds | undefined): Judged {
  const { facts, stage, students } = stageSection;
  const limit = (key: IndicatorKey) => (thresholds ?? INDICATORS_BY_STAGE)[key][stage];
  const amounts = perKey((key) => amountOf(stageSection, key));
  const atStandard = perKey((key) => { const amount = amounts[key]; return amount !== null && reaches(key, amount, limit(key), 100); });
  const atFloor = perKey((key) => { const amount = amounts[key]; return amount !== null && reaches(key, amount, limit(key), FLOOR_PERCENT); });
  const shortfall: Partial<PerKey<number>> = {};
  let standardCount = 0;
  let floorCount = 0;
  for (const key of INDICATOR_KEYS) {
    const amount = amounts[key];
    if (atStandard[key]) standardCount += 1;
    else if (amount !== null) shortfall[key] = missingTo(key, amount, limit(key));
    if (atFloor[key]) floorCount += 1;
  }
  const compliant = standardCount >= MIN_AT_STANDARD && floorCount === INDICATOR_KEYS.length;
  const values = perKey((key) => { const amount = amounts[key]; return amount === null ? null : valueOf(key, amount); });
  return { amounts, section: { school: facts.name, code: facts.code, stage, students: students ?? 0, values, atStandard, atFloor, standardCount, compliant, shortfall } };
}

const INDICATORS_BY_STAGE: Thresholds = perKey((key) => INDICATORS[key].threshold);

/** Whether every one of the seven values is known. */
export const isComplete = (section: Pick<Section, "values">): boolean => INDICATOR_KEYS.every((key) => section.values[key] !== null);

function outcomeOf(key: IndicatorKey, judged: Judged[], cvLimit: number): IndicatorOutcome {
  const sectionsAtStandard = judged.filter(({ section }) => section.atStandard[key]).length;
  const amounts = judged.flatMap((item) => item.amounts[key] ?? []);
  if (amounts.length < judged.length) return { mean: null, sd: null, cv: null, cvLimit, cvPass: false, sectionsAtStandard };
  const { mean, sd, cv } = variation(amounts.map((amount) => valueOf(key, amount)), amounts.map((amount) => amount.students));
  return { mean, sd, cv, cvLimit, cvPass: withinLimit(cv, cvLimit, amounts), sectionsAtStandard };
}

function stageOf(stage: Stage, judged: Judged[], cvLimit: number): StageEvaluation {
  const indicators = perKey((key) => outcomeOf(key, judged, cvLimit));
  const cvs = INDICATOR_KEYS.flatMap((key) => indicators[key].cv ?? []);
  return {
    sections: judged.length,
    students: judged.reduce((sum, { section }) => sum + section.students, 0),
    compliantSections: judged.filter(({ section }) => section.compliant).length,
    compositeCv: cvs.length < INDICATOR_KEYS.length ? null : cvs.reduce((sum, cv) => sum + cv, 0) / cvs.length,
    indicators,
  };
}

/** The sections of one school, judged alone: what a form shows while a person types. */
export const evaluateSchool = (facts: SchoolFacts, options: EvaluationOptions = {}): Section[] => sectionsOf(facts).map((section) => judge(section, options.thresholds).section);

/**
 * The 资源配置 of a county by 教督〔2017〕6号. Sums run in the order of school codes, so that the result is the same to the last
 * bit in whatever order the schools come. Incomplete data gives no verdict (null), never a pass.
 */
export function evaluateCounty(schools: readonly SchoolFacts[], options: EvaluationOptions = {}): CountyEvaluation {
  const ordered = [...schools].sort(byCode);
  const limits = options.cvLimit ?? CV_LIMIT;
  const excluded: CountyEvaluation["excluded"] = [];
  const judged: Judged[] = [];
  for (const facts of ordered) {
    const reason = exclusionReason(facts);
    if (reason) excluded.push({ school: facts.name, code: facts.code, reason });
    else for (const section of sectionsOf(facts)) judged.push(judge(section, options.thresholds));
  }
  const stages: CountyEvaluation["stages"] = {};
  for (const stage of STAGES) {
    const own = judged.filter(({ section }) => section.stage === stage);
    if (own.length > 0) stages[stage] = stageOf(stage, own, limits[stage]);
  }
  const sections = judged.map(({ section }) => section);
  const whole = sections.length > 0 && sections.every(isComplete);
  const passes = sections.every((section) => section.compliant) && Object.values(stages).every((stage) => INDICATOR_KEYS.every((key) => stage.indicators[key].cvPass));
  return { standard: STANDARD_ID, excluded, sections, stages, verdict: { resourceAllocation: whole ? passes : null } };
}
