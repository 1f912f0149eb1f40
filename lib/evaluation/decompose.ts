import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import type { IndicatorKey, Stage } from "@/lib/standard/indicators";
import type { Readings } from "@/lib/standard/readings";
import { amountOf, valueOf, type Amount } from "./amounts";
import type { SchoolFacts } from "./facts";
import { mergePoints } from "./merge-points";
import { exclusionReason, sectionsOf, type StageSection } from "./sections";
import { variation } from "./variation";

/** A school of a year: `id` is what it is known by over the years (a code may change with 撤县设区). */
export type YearSchool = { id: string; facts: SchoolFacts };
export type Measure = "cv" | "mean";
/** The three parts of a change from one year to the next. */
export type ChangeParts = { pupils: number; resources: number; roster: number };
export type Change = ChangeParts & { before: number; after: number };

type Known = { order: string; amount: Amount };
type Pair = { before: Known; after: Known };
type Years = { both: Pair[]; gone: Known[]; come: Known[] };
/** The sections of a roster in the order in which they are summed: those of both years, and those of one alone. */
type Ordered = (Pair | Known)[];
type Rosters = { before: Ordered; after: Ordered };

/** The assessed sections of a year by what makes them the same section a year later: school, stage and kind of school. */
function assessed(schools: readonly YearSchool[], readings: Readings): Map<string, StageSection> {
  const ordered = schools.map(({ facts }) => facts).sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const { schools: joined, merged } = readings.smallTeachingPoints === "merged" ? mergePoints(ordered) : { schools: ordered, merged: new Map<string, string>() };
  const ids = new Map(schools.map(({ id, facts }) => [facts.code, id]));
  const own = joined.filter((facts) => !merged.has(facts.code) && exclusionReason(facts, readings) === null).flatMap(sectionsOf);
  return new Map(own.map((section) => [`${ids.get(section.facts.code) ?? section.facts.code}/${section.stage}/${section.facts.kind}`, section]));
}

/** The sections of two years side by side; null while something of either year is not filled in. */
function sideBySide(before: Map<string, StageSection>, after: Map<string, StageSection>, stage: Stage, key: IndicatorKey): Years | null {
  const years: Years = { both: [], gone: [], come: [] };
  const known = (section: StageSection): Known | null => { const amount = amountOf(section, key); return amount && { order: section.facts.code, amount }; };
  for (const [name, section] of before) {
    if (section.stage !== stage) continue;
    const [was, later] = [known(section), after.get(name)];
    const now = later ? known(later) : null;
    if (!was || (later && !now)) return null;
    if (now) years.both.push({ before: was, after: now });
    else years.gone.push(was);
  }
  for (const [name, section] of after) {
    if (section.stage !== stage || before.has(name)) continue;
    const now = known(section);
    if (!now) return null;
    years.come.push(now);
  }
  return years;
}

type Coalition = { pupils: boolean; resources: boolean; roster: boolean };

const orderOf = (one: Pair | Known): string => ("order" in one ? one.order : one.after.order);
const inOrder = (list: Ordered): Ordered => list.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0));

/** The measures in a county that has the pupils, the resources and the roster of one year or the other. */
function measuresOf(rosters: Rosters, key: IndicatorKey, { pupils, resources, roster }: Coalition): Record<Measure, number | null> {
  const all = (roster ? rosters.after : rosters.before).map((one): Amount => {
    if ("order" in one) return one.amount;
    const { quantity } = resources ? one.after.amount : one.before.amount;
    return { ...(pupils ? one.after.amount : one.before.amount), quantity };
  });
  return all.length === 0 ? { cv: null, mean: null } : variation(all.map((amount) => valueOf(key, amount)), all.map(({ students }) => students));
}

const NONE: Coalition = { pupils: false, resources: false, roster: false };
const PLAYERS = ["pupils", "resources", "roster"] as const;

/** A player's part: 1⁄3 of what it changes alone and last, 1⁄6 of what it changes after either other one. */
function partOf(player: (typeof PLAYERS)[number], value: (who: Coalition) => number): number {
  const [a, b] = PLAYERS.filter((one) => one !== player);
  if (!a || !b) return 0;
  const adds = (with_: Partial<Coalition>) => value({ ...NONE, ...with_, [player]: true }) - value({ ...NONE, ...with_ });
  return adds({}) / 3 + adds({ [a]: true }) / 6 + adds({ [b]: true }) / 6 + adds({ [a]: true, [b]: true }) / 3;
}

/**
 * Splits the change of an indicator's CV or mean since the year before into three parts that add up to it, by Shapley's value.
 * The players are P (在校生变化: the pupils of the sections of both years, and with them the weighted pupils among whom a school
 * with several stages shares its premises), R (资源变化: their raw amounts) and S (学校增减: sections that are in one of the years
 * only: opened, closed, merged, crossing 50 pupils, or of a school that became another kind). v(T) is the measure by STANDARD B.4 of
 * the county that has this year's state of the players in T and last year's of the others. Each player's part is
 *
 *   φᵢ = ⅓[v(i) − v(∅)] + ⅙[v(j,i) − v(j)] + ⅙[v(k,i) − v(k)] + ⅓[v(j,k,i) − v(j,k)]
 *
 * the mean of what it adds over the six orders in which the three could have happened, so no order is preferred, and
 * φ_P + φ_R + φ_S = v(P,R,S) − v(∅), the change (efficiency). Both years are taken by one set of readings, so that a change
 * of the reading is no change of the county. Null while something of either year is missing, or where a county without any
 * section, or without any of the resource, would have to be measured on the way.
 */
export function decomposeChange(before: readonly YearSchool[], after: readonly YearSchool[], stage: Stage, key: IndicatorKey, measure: Measure, readings: Readings = DEFAULT_READINGS): Change | null {
  return changesOf(assessed(before, readings), assessed(after, readings), stage, key)[measure];
}

const bitsOf = ({ pupils, resources, roster }: Coalition): number => Number(pupils) * 4 + Number(resources) * 2 + Number(roster);

/** One measure's change from what it is with each of the eight coalitions. */
function changeFrom(values: readonly (number | null)[]): Change | null {
  if (values.includes(null)) return null;
  const value = (who: Coalition) => values[bitsOf(who)] ?? 0;
  return {
    before: value(NONE), after: value({ pupils: true, resources: true, roster: true }),
    pupils: partOf("pupils", value), resources: partOf("resources", value), roster: partOf("roster", value),
  };
}

/** Both changes of an indicator: each coalition is measured once for the two. */
function changesOf(before: Map<string, StageSection>, after: Map<string, StageSection>, stage: Stage, key: IndicatorKey): Record<Measure, Change | null> {
  const years = sideBySide(before, after, stage, key);
  if (!years) return { cv: null, mean: null };
  const rosters = { before: inOrder([...years.both, ...years.gone]), after: inOrder([...years.both, ...years.come]) };
  const measured = Array.from({ length: 8 }, (_, bits) => measuresOf(rosters, key, { pupils: (bits & 4) > 0, resources: (bits & 2) > 0, roster: (bits & 1) > 0 }));
  return { cv: changeFrom(measured.map(({ cv }) => cv)), mean: changeFrom(measured.map(({ mean }) => mean)) };
}

/** All 2 × 14 changes of a county, the sections of each year found once. */
export function decomposeCounty(before: readonly YearSchool[], after: readonly YearSchool[], readings: Readings, wanted: readonly { stage: Stage; key: IndicatorKey }[]): { stage: Stage; key: IndicatorKey; cv: Change | null; mean: Change | null }[] {
  const [was, now] = [assessed(before, readings), assessed(after, readings)];
  return wanted.map(({ stage, key }) => ({ stage, key, ...changesOf(was, now, stage, key) }));
}

/**
 * The parts as they are printed: whole units of the last decimal that add up to `change`, the difference of the two printed
 * figures. Each is rounded down and the units that are left go to the largest fractions (largest remainder, ties in the order
 * pupils, resources, roster), so no part is off by more than one unit more than the printed change itself is.
 */
export function printedParts(parts: ChangeParts, change: number, decimals: number): ChangeParts {
  const by = 10 ** decimals;
  const whole = Math.round(change * by);
  const drift = (whole - (parts.pupils + parts.resources + parts.roster) * by) / 3;
  const exact = PLAYERS.map((player) => parts[player] * by + drift);
  const floors = exact.map(Math.floor);
  const left = whole - floors.reduce((sum, one) => sum + one, 0);
  const order = PLAYERS.map((_, at) => at).sort((a, b) => ((exact[b] ?? 0) - (floors[b] ?? 0)) - ((exact[a] ?? 0) - (floors[a] ?? 0)) || a - b);
  const given = floors.map((one, at) => (one + (order.indexOf(at) < left ? 1 : 0)) / by);
  return { pupils: given[0] ?? 0, resources: given[1] ?? 0, roster: given[2] ?? 0 };
}
