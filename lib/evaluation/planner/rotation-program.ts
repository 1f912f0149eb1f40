import type { Corps } from "./rotation-model";
import { isOptimal, Program, type Highs, type Model } from "./solver";

/** Columns of one section in one corps: teachers who come and who leave (−1 where nobody may), and its squared deviation. */
type Place = { comes: number; leaves: number; square: number; excused: number };
type Group = { corps: Corps; places: Place[]; hired: number; even: number };

export type Rotation = {
  /** Who comes and leaves, by corps and section. */
  comes: Float64Array[];
  leaves: Float64Array[];
  hired: number[];
  moved: number;
  /** No rotation with the same hiring moves fewer. */
  leastMoved: number;
};

/** Seconds for one search; what is proven by then is given with its gap. */
const SECONDS = 6;
/** Moves are whole: a value within less than one of the bound is the least. */
const GAP = 0.999;
const ROUNDS = 40;

/** No rotation exists, or none was found in time: these are not the same. */
export type NoRotation = "impossible" | "unknown";

/**
 * The fewest moves between schools of the same stage that bring every section to its floor and every coefficient within its limit,
 * with `hired` new teachers by corps. The total of a corps is fixed, so X̄ is, and S ≤ c·X̄ reads Σ X_i² ÷ n_i ≤ X̄²·N·(1 + c²): one
 * variable a section for X_i² ÷ n_i, held from below by the secants between neighbouring whole numbers, which are exact where X_i is
 * whole. Secants are added where the solution stands until it fulfils the true squares. A donor keeps its own standard.
 */
class RotationProgram {
  private readonly program = new Program();
  readonly groups: Group[] = [];
  private solver: Model | null = null;

  constructor(private readonly highs: Highs, corps: readonly Corps[], hired: readonly number[], quota: number, groups: ReadonlyMap<string, string>, private readonly most: number | null) {
    const excuses = new Map<number, number[]>();
    for (const [at, own] of corps.entries()) {
      const total = own.present.reduce((sum, value) => sum + value, 0) + (hired[at] ?? 0);
      const pupils = own.students.reduce((sum, value) => sum + value, 0);
      const room = ((total * total) / pupils) * (1 + own.limit * own.limit);
      const places = own.codes.map((_code, i): Place => {
        const [present, standard, floor] = [own.present[i] ?? 0, own.standard[i] ?? 0, own.floor[i] ?? 0];
        const comes = this.program.column(0, 0, total, true);
        const leaves = present > standard ? this.program.column(most === null ? 1 : 0, 0, present - standard, true) : -1;
        const square = this.program.column(0, 0, Infinity);
        let excused = -1;
        if (present < standard && floor < standard) {
          excused = this.program.column(0, 0, 1, true);
          excuses.set(own.sections[i] ?? -1, [...(excuses.get(own.sections[i] ?? -1) ?? []), excused]);
          this.program.row(standard - present, Infinity, [[comes, 1], [excused, standard - Math.max(floor, present)]]);
        } else if (present < standard) this.program.row(standard - present, Infinity, [[comes, 1]]);
        return { comes, leaves, square, excused };
      });
      this.program.row(hired[at] ?? 0, hired[at] ?? 0, places.flatMap(({ comes, leaves }) => (leaves < 0 ? [[comes, 1] as const] : [[comes, 1] as const, [leaves, -1] as const])));
      const scale = room > 0 ? room : 1;
      this.program.row(-Infinity, room / scale, places.map(({ square }) => [square, 1 / scale] as const));
      this.groups.push({ corps: own, places, hired: hired[at] ?? 0, even: room });
      for (const [i, place] of places.entries()) for (const near of [own.present[i] ?? 0, Math.floor((total / pupils) * (own.students[i] ?? 0))]) for (const m of [near - 1, near]) this.secant(own, i, place, m);
    }
    for (const own of excuses.values()) if (own.length > 1) this.program.row(-Infinity, 1, own.map((column) => [column, 1] as const));
    const movers = this.groups.flatMap(({ places }) => places.flatMap(({ leaves }) => (leaves < 0 ? [] : [[leaves, 1] as const])));
    this.program.row(-Infinity, Math.min(quota, most ?? Infinity), movers);
    if (most !== null) this.preferGroups(groups);
  }

  /** With the fewest moves fixed: as many as can be within one 共同体. */
  private preferGroups(names: ReadonlyMap<string, string>): void {
    for (const { corps, places } of this.groups) {
      const members = new Map<string, Place[]>();
      for (const [i, place] of places.entries()) {
        const name = names.get(corps.codes[i] ?? "");
        if (name !== undefined) members.set(name, [...(members.get(name) ?? []), place]);
      }
      for (const own of members.values()) {
        const within = this.program.column(-1, 0, Infinity);
        this.program.row(0, Infinity, [[within, -1], ...own.map(({ comes }) => [comes, 1] as const)]);
        this.program.row(0, Infinity, [[within, -1], ...own.flatMap(({ leaves }) => (leaves < 0 ? [] : [[leaves, 1] as const]))]);
      }
    }
  }

  /** square ≥ ((2m + 1)·X − m(m + 1)) ÷ n, with X = present + comes − leaves. */
  private terms(corps: Corps, i: number, { comes, leaves, square }: Place, m: number): { atLeast: number; terms: [number, number][] } {
    const count = corps.students[i] ?? 1;
    const slope = (2 * m + 1) / count;
    const terms: [number, number][] = [[square, 1], [comes, -slope], ...(leaves < 0 ? [] : [[leaves, slope] as [number, number]])];
    return { atLeast: slope * (corps.present[i] ?? 0) - (m * (m + 1)) / count, terms };
  }

  private secant(corps: Corps, i: number, place: Place, m: number): void {
    if (m < 0) return;
    const { atLeast, terms } = this.terms(corps, i, place, m);
    if (!this.solver) this.program.row(atLeast, Infinity, terms);
    else this.solver.addRow(atLeast, Infinity, { indices: terms.map(([column]) => column), values: terms.map(([, value]) => value) });
  }

  /** Adds the secants that the values pass under where a coefficient is over its limit; how many. */
  private refine(values: Float64Array): number {
    let added = 0;
    for (const { corps, places, even } of this.groups) {
      const amounts = places.map(({ comes, leaves }, i) => (corps.present[i] ?? 0) + (values[comes] ?? 0) - (leaves < 0 ? 0 : (values[leaves] ?? 0)));
      const squareOf = (amount: number, i: number): number => {
        const m = Math.floor(amount + 1e-9);
        return ((2 * m + 1) * amount - m * (m + 1)) / (corps.students[i] ?? 1);
      };
      const whole = amounts.reduce((sum, amount, i) => sum + squareOf(amount, i), 0);
      if (whole <= even * (1 + 1e-9)) continue;
      for (const [i, place] of places.entries()) {
        const amount = amounts[i] ?? 0;
        if ((values[place.square] ?? 0) >= squareOf(amount, i) - 1e-9 * (1 + squareOf(amount, i))) continue;
        const m = Math.floor(amount + 1e-9);
        this.secant(corps, i, place, m);
        if (Math.abs(amount - Math.round(amount)) < 1e-6) this.secant(corps, i, place, m - 1);
        added += 1;
      }
    }
    return added;
  }

  solve(): Rotation | NoRotation {
    const solver = this.program.build(this.highs, false);
    this.solver = solver;
    try {
      const { timeLimit, optimal, infeasible } = this.highs.constants.modelStatus;
      for (let round = 0; round < ROUNDS; round += 1) {
        solver.run();
        if (!isOptimal(this.highs, solver)) return solver.getModelStatus() === infeasible ? "impossible" : "unknown";
        if (this.refine(solver.getSolution().colValue) === 0) break;
      }
      for (const [column, whole] of this.program.whole.entries()) if (whole === 1) solver.changeColIntegrality(column, this.highs.constants.variableType.integer);
      solver.options.set({ mip_rel_gap: 1e-6, mip_abs_gap: this.most === null ? GAP : 1e-6, time_limit: solver.getRunTime() + SECONDS });
      let bound = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        solver.run();
        const status = solver.getModelStatus();
        if (status === infeasible) return "impossible";
        if (status !== optimal && status !== timeLimit) return "unknown";
        const proven = solver.info.get("mip_dual_bound");
        if (typeof proven === "number" && Number.isFinite(proven)) bound = Math.max(bound, proven);
        // A program that is solved before branching has no bound of its own: what is optimal lies no further than the gap from its value.
        const value = solver.info.get("objective_function_value");
        if (status === optimal && this.most === null && typeof value === "number" && Number.isFinite(value)) bound = Math.max(bound, value - GAP);
        if (solver.info.get("primal_solution_status") !== this.highs.constants.solutionStatus.feasible) return "unknown";
        const values = solver.getSolution().colValue;
        if (this.refine(values) === 0) return this.rotationOf(values, bound);
        if (status === timeLimit) return "unknown";
      }
      return "unknown";
    } finally {
      this.solver = null;
      solver.dispose();
    }
  }

  private rotationOf(values: Float64Array, bound: number): Rotation {
    const at = (column: number): number => (column < 0 ? 0 : Math.round(values[column] ?? 0));
    const pairs = this.groups.map(({ places }) => places.map(({ comes, leaves }) => {
      // who comes and leaves at once does neither
      const both = Math.min(at(comes), at(leaves));
      return [at(comes) - both, at(leaves) - both] as const;
    }));
    const leaves = pairs.map((own) => Float64Array.from(own, ([, count]) => count));
    const moved = leaves.reduce((sum, own) => sum + own.reduce((all, count) => all + count, 0), 0);
    return { comes: pairs.map((own) => Float64Array.from(own, ([count]) => count)), leaves, hired: this.groups.map(({ hired }) => hired), moved, leastMoved: Math.min(Math.ceil(bound - 1e-6), moved) };
  }
}

/** The fewest moves with given hiring. */
export function fewestMoves(highs: Highs, corps: readonly Corps[], hired: readonly number[], quota: number, groups: ReadonlyMap<string, string>): Rotation | NoRotation {
  const found = new RotationProgram(highs, corps, hired, quota, new Map(), null).solve();
  if (typeof found === "string" || groups.size === 0) return found;
  const near = new RotationProgram(highs, corps, hired, quota, groups, found.moved).solve();
  return typeof near === "string" ? found : { ...near, leastMoved: found.leastMoved };
}
