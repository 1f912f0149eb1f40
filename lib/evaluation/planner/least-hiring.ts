import { Program, isOptimal, type Highs } from "./solver";
import type { Corps } from "./rotation-model";
import { evenest } from "./whole-steps";

const ROUNDS = 400;
/** After so many rounds one more teacher is taken where it is still too uneven; the bound stays that of the rounds before. */
const PATIENCE = 25;
/** Far below one person in all. */
const SLIGHT = 1e-7;
const SECONDS = 3;

/** S ÷ X̄ − c by whole sums of doubles, and its gradient up to a positive factor. */
function slopesOf({ students, limit }: Corps, amounts: Float64Array): { over: boolean; slopes: Float64Array } {
  const pupils = students.reduce((sum, count) => sum + count, 0);
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / pupils;
  const squares = amounts.reduce((sum, amount, i) => sum + (students[i] ?? 1) * (amount / (students[i] ?? 1) - mean) ** 2, 0);
  const spread = Math.sqrt(squares / pupils);
  return { over: spread > limit * mean * (1 + 1e-10), slopes: amounts.map((amount, i) => (amount / (students[i] ?? 1) - mean) / spread - limit) };
}

/** The most even whole distribution with given hiring, floors and number of leavers: who leaves comes from where it evens most. */
function bestDistribution(own: Corps, floors: Float64Array, leavers: number, total: number): Float64Array | null {
  const kept = Float64Array.from(own.present);
  for (let left = 0; left < leavers; left += 1) {
    let [best, marginal] = [-1, -Infinity];
    for (let i = 0; i < kept.length; i += 1) {
      const gain = (2 * (kept[i] ?? 0) - 1) / (own.students[i] ?? 1);
      if ((kept[i] ?? 0) > (own.standard[i] ?? 0) && gain > marginal) [best, marginal] = [i, gain];
    }
    if (best < 0) break;
    kept[best] = (kept[best] ?? 0) - 1;
  }
  return evenest(kept.map((value, i) => Math.max(value, floors[i] ?? 0)), own.students, total);
}

export type Hiring = { hired: number[]; leastHired: number };

/**
 * The fewest new teachers that make a rotation possible at all: whole hires by corps, moves within the quota, floors, and the cones
 * S − c·X̄ ≤ 0 (with hiring X̄ moves, and the square of the limit is no longer convex, but the cone is). Each solution is put to the
 * proof by the most even whole distribution with as many leavers; where that is too uneven, the cut of the cone there is added.
 */
export function leastHiring(highs: Highs, corps: readonly Corps[], quota: number): Hiring | null {
  const program = new Program();
  const excuses = new Map<number, number[]>();
  const groups = corps.map((own) => {
    const total = own.present.reduce((sum, value) => sum + value, 0);
    const hired = program.column(1, 0, Infinity, true);
    const places = own.codes.map((_code, i) => {
      const [present, standard, floor] = [own.present[i] ?? 0, own.standard[i] ?? 0, own.floor[i] ?? 0];
      const amount = program.column(0, Math.min(present, standard), Infinity);
      // leaving is let to be as free as the quota allows
      const leaves = program.column(-SLIGHT, 0, Math.max(present - standard, 0), true);
      program.row(present, Infinity, [[amount, 1], [leaves, 1]]);
      let excused = -1;
      if (present < standard && floor < standard) {
        excused = program.column(0, 0, 1, true);
        excuses.set(own.sections[i] ?? -1, [...(excuses.get(own.sections[i] ?? -1) ?? []), excused]);
        program.row(standard, Infinity, [[amount, 1], [excused, standard - Math.max(floor, present)]]);
      } else if (present < standard) program.row(standard, Infinity, [[amount, 1]]);
      return { amount, leaves, excused };
    });
    program.row(total, total, [...places.map(({ amount }) => [amount, 1] as const), [hired, -1]]);
    return { own, total, hired, places, last: "" };
  });
  for (const own of excuses.values()) if (own.length > 1) program.row(-Infinity, 1, own.map((column) => [column, 1] as const));
  program.row(-Infinity, quota, groups.flatMap(({ places }) => places.map(({ leaves }) => [leaves, 1] as const)));
  const solver = program.build(highs, true);
  try {
    let leastHired = 0;
    let forced = false;
    for (let round = 0; round < ROUNDS; round += 1) {
      solver.options.set({ time_limit: solver.getRunTime() + SECONDS });
      solver.run();
      if (!isOptimal(highs, solver)) return null;
      if (!forced) leastHired = Math.max(leastHired, Math.ceil(solver.getObjectiveValue() - 1e-6));
      const { colValue } = solver.getSolution();
      let uneven = 0;
      for (const group of groups) {
        const { own, total, places } = group;
        const hired = Math.round(colValue[group.hired] ?? 0);
        const floors = Float64Array.from(places, ({ excused }, i) => {
          const [present, standard, floor] = [own.present[i] ?? 0, own.standard[i] ?? 0, own.floor[i] ?? 0];
          return Math.max(Math.min(present, standard), excused >= 0 && Math.round(colValue[excused] ?? 0) === 1 ? floor : standard);
        });
        const leavers = places.reduce((sum, { leaves }) => sum + Math.round(colValue[leaves] ?? 0), 0);
        const amounts = bestDistribution(own, floors, leavers, total + hired);
        if (!amounts) return null;
        const { over, slopes } = slopesOf(own, amounts);
        if (!over) continue;
        uneven += 1;
        solver.addRow(-Infinity, 0, { indices: places.map(({ amount }) => amount), values: Array.from(slopes) });
        const state = `${hired}:${leavers}:${floors.join()}`;
        // fractions could be even enough where whole people are not: then one more is needed
        if (state === group.last || round > PATIENCE) {
          solver.changeColBounds(group.hired, hired + 1, Infinity);
          forced = true;
        }
        group.last = state;
      }
      if (uneven === 0) return { hired: groups.map((group) => Math.round(colValue[group.hired] ?? 0)), leastHired };
    }
    return null;
  } finally {
    solver.dispose();
  }
}
