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
