import { allOptions, exceptionBound, isSingle, type Bound, type Options } from "./exception-bound";
import type { StageProblem } from "./stage-problem";
import { leastWholeSteps } from "./whole-steps";

export type StagePlan = {
  /** Whole steps by row and section. */
  steps: Float64Array[];
  /** The row that each section may leave at 85 %; −1 for none. */
  choice: Int8Array;
  cost: number;
  /** No whole plan of this stage costs less. */
  lowerBound: number;
};

/** The work that one stage may take, so that the same county always gives the same plan: a bound counts its sections once. */
const WORK = { large: 400, small: 6_000 };
/** Up to so many sections a stage is searched further. */
const SMALL = 60;
const ROUNDS = 10;
const ROUNDS_BELOW = 2;

type Even = (row: number, steps: Float64Array) => boolean;
type Node = { options: Options; at: Bound };

/** The floors of one row under a choice. */
const floorsOf = ({ rows }: StageProblem, k: number, choice: Int8Array): Float64Array => (rows[k]?.high ?? new Float64Array()).map((high, i) => (choice[i] === k ? (rows[k]?.low[i] ?? high) : high));

class Search {
  private readonly known = new Map<string, Float64Array | null>();
  best: StagePlan | null = null;
  work = 0;

  constructor(private readonly problem: StageProblem, private readonly even: Even) {}

  /** The least whole steps of a row with given floors; the same floors are computed once. */
  private least(k: number, floors: Float64Array): Float64Array | null {
    const { students, limit, rows } = this.problem;
    const name = `${k}:${floors.join()}`;
    const known = this.known.get(name);
    const row = rows[k];
    if (known !== undefined || !row) return known ?? null;
    const found = leastWholeSteps(row.base, floors, students, limit, (tried) => this.even(k, tried));
    this.known.set(name, found);
    return found;
  }

  /** The least whole steps of a row if every section that may still leave it does. */
  private settled(options: Options, k: number): number {
    const row = this.problem.rows[k];
    if (!row) return 0;
    const steps = this.least(k, row.high.map((high, i) => (((options[i] as number) & (1 << k)) !== 0 ? (row.low[i] as number) : high)));
    return steps ? steps.reduce((sum, step) => sum + step, 0) : 0;
  }

  /** The least whole plan for a choice. */
  try(choice: Int8Array): void {
    const { rows } = this.problem;
    const steps: Float64Array[] = [];
    let cost = 0;
    for (const [k, row] of rows.entries()) {
      const own = this.least(k, floorsOf(this.problem, k, choice));
      if (!own) return;
      steps.push(own);
      cost += row.cost * own.reduce((sum, step) => sum + step, 0);
    }
    if (!this.best || cost < this.best.cost) this.best = { steps, choice, cost, lowerBound: 0 };
  }

  /** A saving below this is rounding of doubles. */
  get enough(): number {
    return this.best ? this.best.cost - 1e-9 * (1 + this.best.cost) : Infinity;
  }

  node(options: Options, rounds: number, from?: readonly Float64Array[]): Node {
    this.work += this.problem.students.length;
    const at = exceptionBound(this.problem, options, this.enough, rounds, from, (k) => this.settled(options, k));
    this.try(at.choice);
    // an option whose loss alone would pass the best known plan is closed
    const open = options.map((bits, i) => {
      let kept = bits;
      if (!isSingle(bits)) for (let k = 0; k < this.problem.rows.length; k += 1) if ((bits & (1 << k)) !== 0 && k !== at.choice[i] && at.bound + at.loss(i, k) >= this.enough) kept &= ~(1 << k);
      return kept;
    });
    return { options: open, at };
  }
}

/** The open section whose second choice is nearest to its first: deciding it says the most. */
function branchAt({ options, at }: Node, rows: number): number {
  let [found, least] = [-1, Infinity];
  for (let i = 0; i < options.length; i += 1) {
    const bits = options[i] as number;
    if (isSingle(bits)) continue;
    for (let k = 0; k < rows; k += 1) {
      if ((bits & (1 << k)) === 0 || k === at.choice[i]) continue;
      const loss = at.loss(i, k);
      if (loss < least) [found, least] = [i, loss];
    }
  }
  return found;
}

/**
 * Which indicator each section leaves at 85 %, by branch and bound. Leaving one at 85 % saves its additions but may widen the
 * coefficient and so cost more elsewhere; hence bounds are of the whole stage (exception-bound.ts), and a choice is priced by its
 * least whole plan (whole-steps.ts). When the search ends by itself the plan is the cheapest of all; when its work is used up, the
 * smallest open bound says how far it may be from that.
 */
export function chooseExceptions(problem: StageProblem, even: Even): StagePlan | null {
  const search = new Search(problem, even);
  const work = problem.students.length > SMALL ? WORK.large : WORK.small;
  const open: Node[] = [search.node(allOptions(problem), ROUNDS)];
  let closed = Infinity;
  while (open.length > 0) {
    open.sort((a, b) => b.at.bound - a.at.bound);
    const next = open.pop();
    if (!next || next.at.bound >= search.enough) {
      open.length = 0;
      break;
    }
    const i = branchAt(next, problem.rows.length);
    // every section is decided, and the least whole plan of that choice is priced already
    if (i < 0) continue;
    if (search.work > work) {
      closed = Math.min(closed, next.at.bound);
      break;
    }
    const first = 1 << (next.at.choice[i] as number);
    for (const bits of [first, (next.options[i] as number) & ~first]) {
      const options = next.options.slice();
      options[i] = bits;
      const child = search.node(options, ROUNDS_BELOW, next.at.prices);
      child.at.bound = Math.max(child.at.bound, next.at.bound);
      if (child.at.bound < search.enough) open.push(child);
    }
  }
  if (!search.best) return null;
  const bound = Math.min(closed, search.best.cost, ...open.map((node) => node.at.bound));
  return { ...search.best, lowerBound: bound };
}
