import type { IndicatorKey, Stage } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";
import type { SchoolFacts } from "../facts";
import type { Addition, Move } from "./plan-types";

/** Sums of ㎡ with two and of 万元 with four decimals, without the noise of doubles. */
const plus = (value: number | null, by: number, decimals: number): number => Number(((value ?? 0) + by).toFixed(decimals));

const isTeachers = (key: IndicatorKey): key is "degreeTeachers" | "backboneTeachers" | "artsPeTeachers" => key === "degreeTeachers" || key === "backboneTeachers" || key === "artsPeTeachers";

/** A school's facts with `amount` more (or less) of an indicator: people, rooms, ㎡, 元. Sports area grows outdoors. */
export function withMore(facts: SchoolFacts, key: IndicatorKey, stage: Stage | null, amount: number): SchoolFacts {
  if (isTeachers(key)) {
    const own = stage ?? stagesOf(facts.kind)[0];
    return own === undefined ? facts : { ...facts, [key]: { ...facts[key], [own]: plus(facts[key][own], amount, 0) } };
  }
  if (key === "teachingArea") return { ...facts, teachingArea: Math.max(plus(facts.teachingArea, amount, 2), plus(facts.indoorSportsArea, amount, 2)) };
  if (key === "sportsArea") return { ...facts, sportsFieldArea: plus(facts.sportsFieldArea, amount, 2) };
  if (key === "equipmentValue") return { ...facts, equipmentValueWan: plus(facts.equipmentValueWan, amount / 10_000, 4) };
  return { ...facts, multimediaRooms: plus(facts.multimediaRooms, amount, 0) };
}

/** The county after the plan, in the order in which it came. */
export function applyPlan(schools: readonly SchoolFacts[], { additions, moves }: { additions: readonly Addition[]; moves: readonly Move[] }): SchoolFacts[] {
  const byCode = new Map(schools.map((facts) => [facts.code, facts]));
  const add = (code: string, key: IndicatorKey, stage: Stage | null, amount: number) => {
    const facts = byCode.get(code);
    if (facts) byCode.set(code, withMore(facts, key, stage, amount));
  };
  for (const { code, indicator, stage, amount } of additions) add(code, indicator, stage, amount);
  for (const { from, to, indicator, stage, count } of moves) {
    add(from, indicator, stage, -count);
    add(to, indicator, stage, count);
  }
  return schools.map((facts) => byCode.get(facts.code) ?? facts);
}
