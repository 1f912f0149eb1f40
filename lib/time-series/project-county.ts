import { evaluateCounty, type CountyEvaluation } from "@/lib/evaluation/evaluate-county";
import type { Thresholds } from "@/lib/evaluation/evaluate-school";
import { INDICATOR_KEYS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { StandardInForce } from "@/lib/standard/in-force";
import { NO_ROSTER, withRoster, type Left, type Roster } from "./roster";
import { projectPupils, pupilsOf, withMeasures, type CohortSchool, type PlannedMeasure, type Side, type Transition } from "./project";

export type Range = { low: number; high: number };
export type PupilRow = { year: number; stage: Stage; range: Range | null };
/** A coefficient in the target year: with the resources of today, and with what is planned; null: cannot be computed. */
export type CvProjection = { stage: Stage; key: IndicatorKey; limit: number; without: Range | null; with: Range | null };
/** A closing or an opening that is counted; `pupils`: of a new school, at the lowest and highest enrolment. */
export type CountedChange = { name: string; day: string; pupils: Range | null; text: string };
export type Projection = { from: number; target: number; pupils: PupilRow[]; cvs: CvProjection[]; measures: number; roster: CountedChange[]; left: Left[] };

const SIDES: readonly Side[] = ["low", "high"];
/** Cohorts that are not in school yet are only intakes again: beyond this nothing of today is left in a primary school. */
export const LONGEST = 10;

const rangeOf = (values: (number | null | undefined)[]): Range | null => {
  const known = values.flatMap((value) => value ?? []);
  return known.length < values.length || known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
};

/** The county's means with the resources of today in place of the standard; the standard where a mean is not known. */
const meansOf = (stages: CountyEvaluation["stages"], thresholds: Thresholds): Thresholds => {
  const mean = (key: IndicatorKey, stage: Stage) => stages[stage]?.indicators[key].mean ?? thresholds[key][stage];
  const own = (key: IndicatorKey) => ({ primary: mean(key, "primary"), junior: mean(key, "junior") });
  return { degreeTeachers: own("degreeTeachers"), backboneTeachers: own("backboneTeachers"), artsPeTeachers: own("artsPeTeachers"), teachingArea: own("teachingArea"), sportsArea: own("sportsArea"), equipmentValue: own("equipmentValue"), multimediaRooms: own("multimediaRooms") };
};

/**
 * The county from the figures of `from` to those of `target` (测算): enrolment by cohorts at its lowest and highest, resources as they
 * are and with the measures whose day is not later than 1 September of the target year, and with the schools that close, merge and
 * open on record until then (withRoster says what of them is counted and what is not). The range of a coefficient is that of the
 * two enrolments, and of the two ways to fit out a new school: it says how far it moves between them and is no statement of probability.
 */
export function projectCounty(schools: readonly (CohortSchool & { id: string })[], transition: Transition, measures: readonly PlannedMeasure[], standard: StandardInForce, from: number, target: number, roster: Roster = NO_ROSTER): Projection {
  const pupils: PupilRow[] = [];
  let then = SIDES.map((side) => projectPupils(schools, transition, 0, side));
  for (let year = from + 1; year <= target; year += 1) {
    then = SIDES.map((side) => projectPupils(schools, transition, year - from, side));
    for (const stage of STAGES) {
      const range = rangeOf(then.map((facts) => pupilsOf(facts, stage)));
      if (range && range.high > 0) pupils.push({ year, stage, range });
    }
  }
  const day = `${target}-09-01`;
  const due = measures.filter(({ until }) => until <= day);
  const named = schools.map(({ id, facts }) => ({ id, facts }));
  const equipped = withMeasures(named, due, day);
  const codeOf = new Map(schools.map(({ id, facts }) => [id, facts.code]));
  const plain = then.map((facts) => evaluateCounty(facts, standard).stages);
  const changed = then.flatMap((projected, at) => {
    const facts = projected.map((own, index) => ({ ...(equipped[index] ?? own), students: own.students }));
    const fits = roster.openings.length === 0 ? [standard.thresholds] : [standard.thresholds, meansOf(plain[at] ?? {}, standard.thresholds)];
    return fits.map((fitted) => withRoster(facts, codeOf, roster, fitted));
  });
  const same = due.length === 0 && changed.every(({ counted }) => counted.length === 0);
  const more = same ? plain : changed.map((side) => evaluateCounty(side.schools, standard).stages);
  const cvs = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key): CvProjection[] => {
    const limit = plain[0]?.[stage]?.indicators[key].cvLimit;
    const range = (list: typeof plain) => rangeOf(list.map((stages) => stages[stage]?.indicators[key].cv));
    return limit === undefined ? [] : [{ stage, key, limit, without: range(plain), with: range(more) }];
  }));
  const [low] = changed;
  const counted = (low?.counted ?? []).map(({ name, day: on, text }) => ({ name, day: on, text, pupils: rangeOf(changed.map((side) => side.counted.find((one) => one.name === name && one.day === on)?.pupils)) }));
  return { from, target, pupils, cvs, measures: due.length, roster: counted, left: low?.left ?? [] };
}
