import { INDICATOR_KEYS, STAGES, type IndicatorKey } from "@/lib/standard/indicators";
import { perKey, type PerKey } from "../evaluate-school";
import { coneOf, cutAt } from "./cone-cuts";
import type { PlanModel } from "./model";
import { raisedSteps, roundedSteps } from "./round-steps";
import type { Found } from "./separate-stages";
import { isOptimal, Program, type Highs, type Model } from "./solver";
import { evenAfter, stageProblem } from "./stage-problem";
import type { Steps } from "./tally";
import { twoLevels } from "./two-levels";
import { TEACHER_KEYS } from "./units";
import { leastWholeSteps } from "./whole-steps";

/** Columns of the program: steps by indicator and holder, and which section leaves which indicator. */
type Columns = { steps: PerKey<number[]>; leaves: Map<string, { column: number; section: number; key: IndicatorKey }> };

const placeOf = (section: number, key: IndicatorKey): string => `${section}:${key}`;

function programOf(model: PlanModel, costs: PerKey<number>): { program: Program; columns: Columns } {
  const program = new Program();
  const columns: Columns = { steps: perKey(() => []), leaves: new Map() };
  const bySection = new Map<number, number[]>();
  for (const key of INDICATOR_KEYS) {
    for (const holder of model.holders[key]) {
      const least = Math.max(...holder.parts.map((part) => part.low));
      const column = program.column(costs[key], least, Infinity);
      columns.steps[key].push(column);
      for (const { section, high, low } of holder.parts) {
        if (high <= least) continue;
        // high − (high − least) × left: the floor of a section that leaves the indicator, or what the building needs in any case
        const left = high > low ? program.column(0, 0, 1, true) : null;
        program.row(high, Infinity, left === null ? [[column, 1]] : [[column, 1], [left, high - least]]);
        if (left === null) continue;
        columns.leaves.set(placeOf(section, key), { column: left, section, key });
        bySection.set(section, [...(bySection.get(section) ?? []), left]);
      }
    }
  }
  for (const own of bySection.values()) if (own.length > 1) program.row(-Infinity, 1, own.map((column) => [column, 1] as const));
  return { program, columns };
}

const MOST_ROUNDS = 14;
/** While choices are being decided the cuts are good enough after so many. */
const ROUNDS_BELOW = 2;
/** The relaxation is solved when what is known to be possible and what is proven differ by less than this part. */
const SLIGHT = 1e-6;

/** The program as the solver holds it, with the cuts that were added. */
type Live = { highs: Highs; solver: Model; model: PlanModel; costs: PerKey<number>; columns: Columns };

/**
 * Adds the cuts of the cones at the best additions for the floors of `values` (fractions of choices count by their fraction), and
 * gives the cost of those additions: at their optimum the cuts prove just that cost, so a few rounds close the gap.
 */
function addCuts({ solver, model, costs, columns }: Live, values: Float64Array): number {
  let cost = 0;
  for (const key of INDICATOR_KEYS) {
    const floors = Float64Array.from(model.holders[key], (holder) => {
      const least = Math.max(...holder.parts.map((part) => part.low));
      return Math.max(least, ...holder.parts.map(({ section, high }) => high - (high - least) * (values[columns.leaves.get(placeOf(section, key))?.column ?? -1] ?? 0)));
    });
    const steps = twoLevels(model, key, floors);
    cost += costs[key] * steps.reduce((sum, own) => sum + own, 0);
    for (const stage of STAGES) {
      const cone = coneOf(model, key, stage);
      const cut = cone && cutAt(cone, steps);
      if (!cut) continue;
      const entries = [...cut.terms].map(([holder, value]) => ({ column: columns.steps[key][holder] ?? 0, value }));
      solver.addRow(-Infinity, cut.atMost, { indices: entries.map(({ column }) => column), values: entries.map(({ value }) => value) });
    }
  }
  return cost;
}

/** Solves and cuts until the bound meets what is possible; null when the solver gives up. */
function solveWithCuts(live: Live, rounds = MOST_ROUNDS): { values: Float64Array; bound: number } | null {
  for (let round = 0; ; round += 1) {
    live.solver.run();
    if (!isOptimal(live.highs, live.solver)) return null;
    const { colValue } = live.solver.getSolution();
    const bound = live.solver.getObjectiveValue();
    if (round >= rounds || addCuts(live, colValue) - bound <= SLIGHT * (1 + bound)) return { values: colValue, bound };
  }
}

/** Floors of every holder when sections leave what `leaves` says. */
function floorsOf(model: PlanModel, leaves: ReadonlySet<string>): Steps {
  return perKey((key) => Float64Array.from(model.holders[key], (holder) => Math.max(...holder.parts.map((part) => (leaves.has(placeOf(part.section, key)) ? part.low : part.high)))));
}

/** Whole steps for a choice: exactly the least for teachers, near the solution in fractions for premises. */
function wholeSteps(model: PlanModel, costs: PerKey<number>, leaves: ReadonlySet<string>): Steps | null {
  const floors = floorsOf(model, leaves);
  const steps = perKey((key) => new Float64Array(model.holders[key].length));
  for (const key of INDICATOR_KEYS) {
    if (!TEACHER_KEYS.some((known) => known === key)) {
      steps[key].set(roundedSteps(model, key, floors[key], twoLevels(model, key, floors[key])) ?? raisedSteps(model, key, floors[key]));
      continue;
    }
    for (const stage of STAGES) {
      const places = model.holders[key].flatMap((holder, index) => (holder.stage === stage ? [index] : []));
      const { students, limit, rows: [row] } = stageProblem(model, stage, costs, [key]);
      if (places.length === 0 || !row) continue;
      const own = leastWholeSteps(row.base, Float64Array.from(places, (index) => floors[key][index] ?? 0), students, limit, (tried) => {
        const all = new Float64Array(steps[key].length);
        for (const [position, index] of places.entries()) all[index] = tried[position] ?? 0;
        return evenAfter(model, key, stage, all);
      });
      if (!own) return null;
      for (const [position, index] of places.entries()) steps[key][index] = own[position] ?? 0;
    }
  }
  return steps;
}

/** Up to so many open choices the solver decides them by itself, with a proof; beyond, they are decided by and by. */
const MOST_WHOLE = 120;
const CHOICE = { mip_max_nodes: 200, mip_rel_gap: 1e-7, mip_abs_gap: 1e-7 } as const;
/** Seconds for all of it. */
const PATIENCE = 1.5;
/** Seconds that no run takes: the solver refuses infinity. */
const NO_LIMIT = 1e9;
const DIVES = 6;

/** The best choice of which section leaves what, and a bound that holds for every choice. */
function wholeChoice(live: Live, relaxed: Float64Array, lowerBound: number): { values: Float64Array; lowerBound: number } {
  const { highs, solver, columns } = live;
  const places = [...columns.leaves.values()].map(({ column }) => column);
  if (places.length > MOST_WHOLE) return { values: relaxed, lowerBound };
  let [values, bound] = [relaxed, lowerBound];
  const until = solver.getRunTime() + PATIENCE;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = places.some((column) => Math.abs((values[column] ?? 0) - Math.round(values[column] ?? 0)) > 1e-6);
    if (!open && round === 0) break;
    for (const column of places) solver.changeColIntegrality(column, highs.constants.variableType.integer);
    solver.options.set({ ...CHOICE, time_limit: until });
    solver.run();
    const [proven, found] = [solver.info.get("mip_dual_bound"), solver.getSolution().colValue];
    if (typeof proven === "number" && Number.isFinite(proven)) bound = Math.max(bound, proven);
    const done = !isOptimal(highs, solver) || found.length !== values.length;
    if (!done) values = found;
    if (done || addCuts(live, values) - bound <= SLIGHT * (1 + bound)) break;
  }
  for (const column of places) solver.changeColIntegrality(column, highs.constants.variableType.continuous);
  solver.options.set({ time_limit: NO_LIMIT });
  return { values, lowerBound: bound };
}

/** Fixes what is decided, the rest of the surest sections with it, and solves again until every section is decided. */
function fixedChoice(live: Live, values: Float64Array): Set<string> | null {
  const { solver, columns } = live;
  const leaves = new Set<string>();
  let current = values;
  for (let dive = DIVES; dive >= 0; dive -= 1) {
    const most = new Map<number, { place: string; value: number }>();
    for (const [place, { column, section }] of columns.leaves) {
      const value = current[column] ?? 0;
      if (value > (most.get(section)?.value ?? 1e-9)) most.set(section, { place, value });
    }
    let open = false;
    for (const { place, value } of most.values()) {
      if (value >= (dive === 0 ? 0 : 0.55)) leaves.add(place);
      else open = true;
    }
    const decided = new Set([...leaves].flatMap((place) => columns.leaves.get(place)?.section ?? []));
    for (const [place, { column, section }] of columns.leaves) {
      if (leaves.has(place)) solver.changeColBounds(column, 1, 1);
      else if (decided.has(section) || !open) solver.changeColBounds(column, 0, 0);
    }
    if (!open) return leaves;
    const solved = solveWithCuts(live, ROUNDS_BELOW);
    if (!solved) return null;
    current = solved.values;
  }
  return null;
}

/**
 * The least additions where schools share a building between sections (a senior part included): a step added to the school counts
 * in each part by its share, so the stages hang together and one level an indicator is no longer the answer. The program (costs,
 * floors, one indicator a section at 85 %, the cones S ≤ c·X̄) is solved by HiGHS with cuts of the cones; its bound holds for every
 * whole plan. The choice it finds is then fixed and
 * priced in whole steps (two-levels.ts, round-steps.ts; whole-steps.ts for teachers).
 */
export function planSharedPremises(highs: Highs, model: PlanModel, costs: PerKey<number>): Found | null {
  const { program, columns } = programOf(model, costs);
  const live: Live = { highs, model, costs, columns, solver: program.build(highs, false) };
  try {
    const relaxed = solveWithCuts(live);
    if (!relaxed) return null;
    const { values, lowerBound } = wholeChoice(live, relaxed.values, relaxed.bound);
    const leaves = fixedChoice(live, values);
    const steps = leaves && wholeSteps(model, costs, leaves);
    return steps && { steps, lowerBound };
  } finally {
    live.solver.dispose();
  }
}
