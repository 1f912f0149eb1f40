import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { CV_LIMIT, INDICATOR_KEYS, STAGES, STANDARD_ID, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { amountOf } from "./amounts";
import { isComplete, isRounded, judge, limitsFor, perKey, type EvaluationOptions, type Judged, type PerKey, type Section } from "./evaluate-school";
import type { SchoolFacts } from "./facts";
import { mergePoints } from "./merge-points";
import { exclusionReason, sectionsOf } from "./sections";
import { judgeCv, variation } from "./variation";

export type IndicatorOutcome = { mean: number | null; sd: number | null; cv: number | null; cvLimit: number; cvPass: boolean; sectionsAtStandard: number };
export type StageEvaluation = { sections: number; students: number; compliantSections: number; compositeCv: number | null; indicators: PerKey<IndicatorOutcome> };
export type CountyEvaluation = {
  standard: string;
  excluded: { school: string; code: string; reason: string }[];
  sections: Section[];
  stages: Partial<Record<Stage, StageEvaluation>>;
  verdict: { resourceAllocation: boolean | null };
};

const NONE: ReadonlyMap<string, string> = new Map();
/** Codes are digits: order by code unit, the same everywhere. */
const byCode = (a: SchoolFacts, b: SchoolFacts) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

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
