import { STAGES, type Stage } from "@/lib/standard/indicators";
import { hasSenior, stagesOf } from "@/lib/standard/school-kinds";
import { evaluateCounty, type CountyEvaluation } from "../evaluate-county";
import type { EvaluationOptions } from "../evaluate-school";
import type { SchoolFacts } from "../facts";

type Pupils = Partial<Record<Stage | "senior", number>>;

/** One assumption about the county. */
export type Change =
  /** Enrolment of a school and stage becomes `students`. */
  | { kind: "enrolment"; code: string; stage: Stage | "senior"; students: number }
  /** Enrolment of every school of a stage times `factor`, rounded. */
  | { kind: "growth"; stage: Stage; factor: number }
  | { kind: "newSchool"; school: SchoolFacts; /** Pupils who come from other schools. */ from?: { code: string; students: Pupils }[] }
  /** A school is merged into another: pupils, teachers, and premises too where they stay in use. */
  | { kind: "merger"; code: string; into: string; keepsPremises: boolean }
  /** More room for boarders at a school: pupils who come from others, and what is built. */
  | { kind: "boarding"; code: string; from: { code: string; students: Pupils }[]; teachingArea?: number; sportsFieldArea?: number; multimediaRooms?: number; equipmentValueWan?: number };

export type WhatIf = { schools: SchoolFacts[]; after: CountyEvaluation; /** Changes that could not be made, and why. */ refused: string[] };

const plus = (a: number | null, b: number | null | undefined, decimals = 0): number | null => (a === null || b === null ? null : Number((a + (b ?? 0)).toFixed(decimals)));
const both = (a: Record<Stage, number | null>, b: Record<Stage, number | null>, has: readonly Stage[]): Record<Stage, number | null> => ({
  primary: has.includes("primary") ? plus(a.primary, b.primary ?? 0) : a.primary,
  junior: has.includes("junior") ? plus(a.junior, b.junior ?? 0) : a.junior,
});

function withStudents(facts: SchoolFacts, stage: Stage | "senior", students: number): SchoolFacts {
  return { ...facts, students: { ...facts.students, [stage]: Math.max(Math.round(students), 0) } };
}

const hasStage = (facts: SchoolFacts, stage: Stage | "senior"): boolean => (stage === "senior" ? hasSenior(facts.kind) : stagesOf(facts.kind).includes(stage));

/** Pupils who go from one school to another stage by stage; why not, where they cannot. */
function movePupils(byCode: Map<string, SchoolFacts>, from: string, to: string, students: Pupils): string | null {
  const [giver, taker] = [byCode.get(from), byCode.get(to)];
  if (!giver || !taker) return `没有标识码为 ${giver ? to : from} 的学校，这项假设没有计入。`;
  for (const stage of [...STAGES, "senior"] as const) {
    const count = students[stage] ?? 0;
    if (count === 0) continue;
    const present = giver.students[stage];
    if (!Number.isFinite(count) || count < 0 || present === null || count > present) return `${giver.name}没有 ${count} 名学生可以转出，这项假设没有计入。`;
    if (!hasStage(taker, stage)) return `${taker.name}没有相应学段，这项假设没有计入。`;
  }
  for (const stage of [...STAGES, "senior"] as const) {
    const count = students[stage] ?? 0;
    if (count === 0) continue;
    byCode.set(from, withStudents(byCode.get(from) ?? giver, stage, (giver.students[stage] ?? 0) - count));
    byCode.set(to, withStudents(byCode.get(to) ?? taker, stage, (taker.students[stage] ?? 0) + count));
  }
  return null;
}

function merge(byCode: Map<string, SchoolFacts>, { code, into, keepsPremises }: Extract<Change, { kind: "merger" }>): string | null {
  const [closed, host] = [byCode.get(code), byCode.get(into)];
  if (!closed || !host) return `没有标识码为 ${closed ? into : code} 的学校，这项假设没有计入。`;
  if (code === into) return `${host.name}不能并入自己，这项假设没有计入。`;
  const stages = stagesOf(closed.kind);
  if (stages.some((stage) => !stagesOf(host.kind).includes(stage) && (closed.students[stage] ?? 0) > 0)) return `${host.name}没有${closed.name}的学段，这项假设没有计入。`;
  if (hasSenior(closed.kind) && !hasSenior(host.kind) && (closed.students.senior ?? 0) > 0) return `${host.name}没有高中部，这项假设没有计入。`;
  const shared = stages.filter((stage) => stagesOf(host.kind).includes(stage));
  const premises = (own: number | null, other: number | null, decimals: number) => (keepsPremises ? plus(own, other, decimals) : own);
  byCode.set(into, {
    ...host,
    students: { ...both(host.students, closed.students, shared), senior: hasSenior(host.kind) ? plus(host.students.senior, closed.students.senior ?? 0) : host.students.senior },
    classes: both(host.classes, closed.classes, shared),
    degreeTeachers: both(host.degreeTeachers, closed.degreeTeachers, shared),
    backboneTeachers: both(host.backboneTeachers, closed.backboneTeachers, shared),
    artsPeTeachers: both(host.artsPeTeachers, closed.artsPeTeachers, shared),
    teachingArea: premises(host.teachingArea, closed.teachingArea, 2),
    indoorSportsArea: premises(host.indoorSportsArea, closed.indoorSportsArea, 2),
    sportsFieldArea: premises(host.sportsFieldArea, closed.sportsFieldArea, 2),
    equipmentValueWan: premises(host.equipmentValueWan, closed.equipmentValueWan, 4),
    multimediaRooms: premises(host.multimediaRooms, closed.multimediaRooms, 0),
  });
  byCode.delete(code);
  return null;
}

function make(byCode: Map<string, SchoolFacts>, change: Change): string | null {
  if (change.kind === "merger") return merge(byCode, change);
  if (change.kind === "growth") {
    if (!Number.isFinite(change.factor) || change.factor < 0) return "在校生的变化倍数应为不小于 0 的数，这项假设没有计入。";
    for (const [code, facts] of byCode) {
      const present = facts.students[change.stage];
      if (present !== null && stagesOf(facts.kind).includes(change.stage)) byCode.set(code, withStudents(facts, change.stage, present * change.factor));
    }
    return null;
  }
  if (change.kind === "newSchool") {
    if (byCode.has(change.school.code)) return `标识码 ${change.school.code} 已有学校使用，这项假设没有计入。`;
    byCode.set(change.school.code, change.school);
    return (change.from ?? []).map(({ code, students }) => movePupils(byCode, code, change.school.code, students)).find((refusal) => refusal !== null) ?? null;
  }
  const facts = byCode.get(change.code);
  if (!facts) return `没有标识码为 ${change.code} 的学校，这项假设没有计入。`;
  if (change.kind === "enrolment") {
    if (!Number.isFinite(change.students) || change.students < 0) return `${facts.name}的在校生数应为不小于 0 的整数，这项假设没有计入。`;
    if (!hasStage(facts, change.stage)) return `${facts.name}没有相应学段，这项假设没有计入。`;
    byCode.set(change.code, withStudents(facts, change.stage, change.students));
    return null;
  }
  byCode.set(change.code, {
    ...facts,
    teachingArea: plus(facts.teachingArea, change.teachingArea, 2), sportsFieldArea: plus(facts.sportsFieldArea, change.sportsFieldArea, 2),
    multimediaRooms: plus(facts.multimediaRooms, change.multimediaRooms), equipmentValueWan: plus(facts.equipmentValueWan, change.equipmentValueWan, 4),
  });
  return change.from.map(({ code, students }) => movePupils(byCode, code, change.code, students)).find((refusal) => refusal !== null) ?? null;
}

/**
 * The county under assumptions (测算), in the order given, and its evaluation. Pure and without the solver, so that a page may call it
 * while a person drags. What is not filled in stays unknown; a change that cannot be made is left out whole, with the reason.
 */
export function whatIf(schools: readonly SchoolFacts[], changes: readonly Change[], options: EvaluationOptions = {}): WhatIf {
  let byCode = new Map(schools.map((facts) => [facts.code, facts]));
  const refused: string[] = [];
  for (const change of changes) {
    const tried = new Map(byCode);
    const refusal = make(tried, change);
    if (refusal === null) byCode = tried;
    else refused.push(refusal);
  }
  const changed = [...byCode.values()];
  return { schools: changed, after: evaluateCounty(changed, options), refused };
}
