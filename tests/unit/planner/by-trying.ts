import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { PerKey } from "@/lib/evaluation/evaluate-school";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { withMore } from "@/lib/evaluation/planner/apply-plan";
import type { IndicatorKey, Stage } from "@/lib/standard/indicators";

/** Every way to give at most `most` whole units to `places`. */
function* waysOf(places: number, most: number): Generator<number[]> {
  if (places === 0) yield [];
  else for (let own = 0; own <= most; own += 1) for (const rest of waysOf(places - 1, most - own)) yield [own, ...rest];
}

/**
 * The least cost of whole additions by trying them all, for schools of one section: per indicator every distribution is judged by
 * the evaluation, and the cheapest kept for each set of sections that it leaves below the standard (not below the floor); then
 * every combination in which no section is below in two. Only additions that cost less than `below` are tried.
 */
export function leastByTrying(schools: readonly SchoolFacts[], stage: Stage, keys: readonly IndicatorKey[], costs: PerKey<number>, below: number): number {
  const tables = keys.map((key) => {
    const table = new Map<number, number>();
    for (const way of waysOf(schools.length, Math.floor(below / costs[key] + 1e-9))) {
      const after = evaluateCounty(schools.map((facts, index) => withMore(facts, key, stage, way[index] ?? 0)));
      if (!after.stages[stage]?.indicators[key].cvPass || after.sections.some((section) => !section.atFloor[key])) continue;
      const set = after.sections.reduce((bits, section, index) => (section.atStandard[key] ? bits : bits | (1 << index)), 0);
      const cost = costs[key] * way.reduce((sum, units) => sum + units, 0);
      if (cost < (table.get(set) ?? Infinity)) table.set(set, cost);
    }
    return table;
  });
  let found = new Map<number, number>([[0, 0]]);
  for (const table of tables) {
    const next = new Map<number, number>();
    for (const [used, cost] of found) for (const [set, more] of table) if ((used & set) === 0 && cost + more < (next.get(used | set) ?? Infinity)) next.set(used | set, cost + more);
    found = next;
  }
  return Math.min(Infinity, ...found.values());
}

/** The fewest units of one indicator, given to schools in any way, that make the county pass; Infinity if `most` are not enough. */
export function leastTotalByTrying(schools: readonly SchoolFacts[], key: IndicatorKey, most: number): number {
  let least = Infinity;
  for (const way of waysOf(schools.length, most)) {
    const total = way.reduce((sum, units) => sum + units, 0);
    if (total < least && evaluateCounty(schools.map((facts, index) => withMore(facts, key, null, way[index] ?? 0))).verdict.resourceAllocation === true) least = total;
  }
  return least;
}

/** A figure in which one hired teacher outweighs any number of moves. */
export const HIRE = 1000;

/**
 * The least of hiring first and moving second, by trying every distribution of the teachers of one stage: no school that has the
 * standard goes below it, none below it gives; a school whose premises all reach the standard may stay at 85 % in one indicator.
 */
export function leastRotationByTrying(schools: readonly SchoolFacts[], stage: Stage, mostHired: number): number {
  const keys = ["degreeTeachers", "backboneTeachers", "artsPeTeachers"] as const;
  const physical = ["teachingArea", "sportsArea", "equipmentValue", "multimediaRooms"] as const;
  const before = evaluateCounty(schools);
  const bound = before.sections.reduce((bits, section, index) => (physical.every((key) => section.atStandard[key]) ? bits : bits | (1 << index)), 0);
  const tables = keys.map((key) => {
    const present = schools.map((facts) => facts[key][stage] ?? 0);
    const total = present.reduce((sum, value) => sum + value, 0);
    const table = new Map<number, number>();
    for (let hired = 0; hired <= mostHired; hired += 1) {
      for (const way of waysOf(schools.length, total + hired)) {
        if (way.reduce((sum, units) => sum + units, 0) !== total + hired) continue;
        const after = evaluateCounty(schools.map((facts, index) => ({ ...facts, [key]: { ...facts[key], [stage]: way[index] ?? 0 } })));
        const kept = after.sections.every((section, index) => (way[index] ?? 0) >= (present[index] ?? 0) || section.atStandard[key]);
        if (!kept || !after.stages[stage]?.indicators[key].cvPass || after.sections.some((section) => !section.atFloor[key])) continue;
        const set = after.sections.reduce((bits, section, index) => (section.atStandard[key] ? bits : bits | (1 << index)), 0);
        const moved = way.reduce((sum, units, index) => sum + Math.max((present[index] ?? 0) - units, 0), 0);
        if ((set & bound) === 0 && HIRE * hired + moved < (table.get(set) ?? Infinity)) table.set(set, HIRE * hired + moved);
      }
    }
    return table;
  });
  let found = new Map<number, number>([[0, 0]]);
  for (const table of tables) {
    const next = new Map<number, number>();
    for (const [used, cost] of found) for (const [set, more] of table) if ((used & set) === 0 && cost + more < (next.get(used | set) ?? Infinity)) next.set(used | set, cost + more);
    found = next;
  }
  return Math.min(Infinity, ...found.values());
}
