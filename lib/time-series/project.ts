import { withMore } from "@/lib/evaluation/planner/apply-plan";
import { amountOf } from "@/lib/evaluation/amounts";
import { sectionsOf } from "@/lib/evaluation/sections";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { INDICATORS, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

/** Enrolment of the coming years by cohorts. Pure. What it gives is 测算, a range and never a verdict. */
export const GRADES: Record<Stage, readonly string[]> = { primary: ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"], junior: ["七年级", "八年级", "九年级"] };
/** Intakes that the range is taken from: the lowest three grades, which entered in the last three years. */
const INTAKES = 3;
const LEAVERS = 5;

/** Pupils of a school's grades; null where its form does not hold them: equal cohorts are taken then. */
export type Grades = Record<Stage, number[] | null>;
export type CohortSchool = { facts: SchoolFacts; grades: Grades };
/** Who of the county's sixth-graders entered a seventh grade of the county, in the years that are known: lowest and highest. */
export type Transition = { low: number; high: number };
export type Side = "low" | "high";
/** Something planned that adds to one school: amounts in people, ㎡, 元 and rooms, as the section's own share. */
export type PlannedMeasure = { schoolId: string; stage: Stage; key: IndicatorKey; amount: number; until: string; from: "ledger" | "project" };

const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);

/** Whole pupils by grade that add up to the enrolment. Rounding goes to the largest remainders, the lower grade first. */
export function gradesOf(students: number, given: readonly number[] | null, grades: number): number[] {
  const usable = given !== null && given.length === grades && total(given) > 0;
  const weights = usable ? given : Array.from({ length: grades }, () => 1);
  const exact = weights.map((weight) => (students * weight) / total(weights));
  const whole = exact.map(Math.floor);
  const left = students - total(whole);
  const order = exact.map((_, at) => at).sort((a, b) => ((exact[b] ?? 0) - (whole[b] ?? 0)) - ((exact[a] ?? 0) - (whole[a] ?? 0)) || a - b);
  const more = new Set(order.slice(0, left));
  return whole.map((one, at) => one + Number(more.has(at)));
}

const shifted = (grades: readonly number[], entrants: number): number[] => [entrants, ...grades.slice(0, -1)];
const pick = (side: Side, list: readonly number[]): number => (side === "low" ? Math.min(...list) : Math.max(...list));

/** Sixth-graders into seventh grades from one year to the next; 1 among the bounds, so that one odd year does not decide alone. */
export function transitionOf(leavers: number | null, entrants: number | null): Transition {
  if (leavers === null || entrants === null || leavers === 0) return { low: 1, high: 1 };
  const share = entrants / leavers;
  return { low: Math.min(1, share), high: Math.max(1, share) };
}

/**
 * Every school's enrolment `years` years on. Grades move up one by one; a school's first grade is the smallest (low) or largest
 * (high) of its last three intakes, which are its first three grades today. Seventh grades share the county's sixth grade of
 * the year before in proportion to their present pupils, times the lowest or highest known transition. A stage without
 * enrolment stays so; the senior part, which is not projected, keeps its pupils.
 */
export function projectPupils(schools: readonly CohortSchool[], transition: Transition, years: number, side: Side): SchoolFacts[] {
  let now = schools.map(({ facts, grades }) => ({
    facts, intake: 0,
    primary: facts.students.primary === null ? null : gradesOf(facts.students.primary, grades.primary, GRADES.primary.length),
    junior: facts.students.junior === null ? null : gradesOf(facts.students.junior, grades.junior, GRADES.junior.length),
  })).map((school) => ({ ...school, intake: school.primary ? pick(side, school.primary.slice(0, INTAKES)) : 0 }));
  const juniors = now.map(({ junior }) => total(junior ?? []));
  const places = total(juniors);
  for (let year = 0; year < years; year += 1) {
    const leavers = total(now.map(({ primary }) => primary?.[LEAVERS] ?? 0));
    const entering = gradesOf(Math.round(leavers * transition[side]), places === 0 ? null : juniors, juniors.length);
    now = now.map((school, at) => ({ ...school, primary: school.primary && shifted(school.primary, school.intake), junior: school.junior && shifted(school.junior, places === 0 ? (school.junior[0] ?? 0) : (entering[at] ?? 0)) }));
  }
  return now.map(({ facts, primary, junior }) => ({ ...facts, students: { ...facts.students, primary: primary && total(primary), junior: junior && total(junior) } }));
}

/**
 * The county with the measures that are there on a day. A ledger entry and a project for the same shortfall are one measure: the
 * larger counts; what is not filled in stays so. A section's share of premises that it has in common asks for the school's whole: amount × pool ÷ (weight × pupils).
 */
export function withMeasures(schools: readonly { id: string; facts: SchoolFacts }[], measures: readonly PlannedMeasure[], day: string): SchoolFacts[] {
  const sums = new Map<string, { ledger: number; project: number; one: PlannedMeasure }>();
  for (const one of measures) {
    if (one.until > day) continue;
    const name = `${one.schoolId}/${one.stage}/${one.key}`;
    const found = sums.get(name) ?? { ledger: 0, project: 0, one };
    sums.set(name, { ...found, [one.from]: found[one.from] + one.amount });
  }
  return schools.map(({ id, facts }) => {
    let after = facts;
    for (const { ledger, project, one } of sums.values()) {
      if (one.schoolId !== id) continue;
      const section = sectionsOf(facts).find(({ stage }) => stage === one.stage);
      const present = section ? amountOf(section, one.key) : null;
      if (!section || !present || section.pool === null) continue;
      const amount = Math.max(ledger, project);
      const whole = INDICATORS[one.key].physical ? (amount * section.pool) / (section.weight * present.students) : amount;
      after = withMore(after, one.key, one.stage, INDICATORS[one.key].baseUnits === 100 ? Math.ceil(whole * 100) / 100 : Math.ceil(whole));
    }
    return after;
  });
}

/** Pupils of a stage in the whole county; null while a school has not said. */
export function pupilsOf(schools: readonly SchoolFacts[], stage: Stage): number | null {
  const counts = schools.flatMap((facts) => sectionsOf(facts).filter((section) => section.stage === stage).map(({ students }) => students));
  return counts.includes(null) ? null : total(counts.map((one) => one ?? 0));
}
