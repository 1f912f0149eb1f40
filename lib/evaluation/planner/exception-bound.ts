import { leastLevel } from "./level";
import type { StageProblem } from "./stage-problem";

/** For each section the rows that it may leave at 85 %, as bits; 0 where nothing lies between the floor and the standard. */
export type Options = Uint8Array;

export const isSingle = (bits: number): boolean => (bits & (bits - 1)) === 0;

/** The options of a section before anything is decided. To leave one is never dearer than to leave none. */
export function allOptions({ students, rows }: StageProblem): Options {
  const options = new Uint8Array(students.length);
  for (const [k, { high, low }] of rows.entries()) for (let i = 0; i < options.length; i += 1) if ((high[i] as number) > (low[i] as number)) options[i] = (options[i] as number) | (1 << k);
  return options;
}

const has = (options: Options, i: number, k: number): boolean => ((options[i] as number) & (1 << k)) !== 0;

/** What each section saves at most by leaving each row, given the options; tightened by a level that no completion can stay below. */
function reliefs({ students, limit, rows }: StageProblem, options: Options): Float64Array[] {
  return rows.map(({ base, high, low }, k) => {
    const fixed = base.map((amount, i) => amount + ((has(options, i, k) && isSingle(options[i] as number) ? low[i] : high[i]) as number));
    const relief = high.map((value, i) => (has(options, i, k) ? value - (low[i] as number) : 0));
    const pupils = students.reduce((sum, count) => sum + count, 0);
    const mean = fixed.reduce((sum, amount) => sum + amount, 0) / pupils;
    // Lowering a floor raises the level as long as its ratio is at most X̄ + cS, and below the level S > c·X̄.
    const open = relief.every((value, i) => value === 0 || isSingle(options[i] as number) || (fixed[i] as number) / (students[i] as number) <= mean * (1 + limit * limit));
    const { level } = open ? leastLevel(fixed, students, limit) : { level: 0 };
    return level === 0 ? relief : relief.map((value, i) => Math.min(value, Math.max((base[i] as number) + (high[i] as number) - level * (students[i] as number), 0)));
  });
}

/** Prices of the floors by row, and what they prove. */
export type Bound = {
  /** No whole plan within the options costs less. */
  bound: number;
  prices: Float64Array[];
  /** The row that each section leaves by the prices; −1 for none. */
  choice: Int8Array;
  /** What each section loses by any other row, by the prices. */
  loss: (section: number, row: number) => number;
};

const HALVINGS = 12;

/** The bound that prices give: Σ cost·price·(floor in full) − Σ over sections of the greatest saving, and which saving that is. */
class Dual {
  readonly choice: Int8Array;
  /** cost × floor in full, and cost × relief, by row and section: times the price, what the floor costs and what leaving it saves. */
  private readonly full: Float64Array[];
  private readonly spare: Float64Array[];
  private readonly present: number;

  constructor({ students, rows }: StageProblem, private readonly options: Options, relief: readonly Float64Array[], readonly prices: Float64Array[]) {
    this.choice = new Int8Array(students.length).fill(-1);
    this.full = rows.map(({ cost, base, high }) => base.map((amount, i) => cost * (amount + (high[i] as number))));
    this.spare = rows.map(({ cost }, k) => (relief[k] ?? new Float64Array()).map((amount, i) => (has(options, i, k) ? cost * amount : 0)));
    this.present = rows.reduce((sum, { cost, base }) => sum + cost * base.reduce((all, amount) => all + amount, 0), 0);
  }

  saving(k: number, i: number): number {
    return (this.prices[k]?.[i] ?? 0) * (this.spare[k]?.[i] ?? 0);
  }

  /** What a row adds to the bound before savings. */
  rowValue(k: number): number {
    const [full, prices] = [this.full[k] as Float64Array, this.prices[k] as Float64Array];
    let value = 0;
    for (let i = 0; i < full.length; i += 1) value += (full[i] as number) * (prices[i] as number);
    return value;
  }

  value(): number {
    let value = -this.present;
    for (let k = 0; k < this.prices.length; k += 1) value += this.rowValue(k);
    for (let i = 0; i < this.choice.length; i += 1) {
      let [most, chosen] = [-1, -1];
      for (let k = 0; k < this.prices.length; k += 1) {
        if (!has(this.options, i, k)) continue;
        const own = this.saving(k, i);
        if (own > most) [most, chosen] = [own, k];
      }
      this.choice[i] = chosen;
      if (chosen >= 0) value -= most;
    }
    return value;
  }

  /** The greatest saving of each section in other rows. */
  private othersOf(k: number): Float64Array {
    const others = new Float64Array(this.choice.length);
    for (let j = 0; j < this.prices.length; j += 1) {
      if (j === k) continue;
      const [prices, spare] = [this.prices[j] as Float64Array, this.spare[j] as Float64Array];
      for (let i = 0; i < others.length; i += 1) {
        const own = (prices[i] as number) * (spare[i] as number);
        if (own > (others[i] as number)) others[i] = own;
      }
    }
    return others;
  }

  /** Moves the prices of a row as far towards others as raises the bound: it is concave on the way, so its slope is halved in. */
  towards(k: number, target: Float64Array): void {
    const [own, full, spare, others] = [this.prices[k] as Float64Array, this.full[k] as Float64Array, this.spare[k] as Float64Array, this.othersOf(k)];
    const slope = (share: number): number => {
      let value = 0;
      for (let i = 0; i < own.length; i += 1) {
        const way = (target[i] as number) - (own[i] as number);
        value += (full[i] as number) * way;
        if ((spare[i] as number) > 0 && ((own[i] as number) + share * way) * (spare[i] as number) > (others[i] as number)) value -= (spare[i] as number) * way;
      }
      return value;
    };
    if (slope(0) <= 0) return;
    let [low, high] = [0, 1];
    if (slope(1) >= 0) low = 1;
    for (let round = 0; round < HALVINGS && low < 1; round += 1) {
      const middle = (low + high) / 2;
      if (slope(middle) > 0) low = middle;
      else high = middle;
    }
    for (let i = 0; i < own.length; i += 1) own[i] = (own[i] as number) + low * ((target[i] as number) - (own[i] as number));
  }
}

/**
 * A lower bound on the cost over all completions of `options`. Every X within a limit fulfils ΣX ≥ Σ p·X for the prices p of
 * level.ts, so with floors that a section may leave in one row the cost is at least Σ cost·p·floor − Σ over sections of the greatest
 * saving: a concave function of the prices, raised row by row towards the prices of levels at the choices seen so far, and towards
 * ones. Which prices are tried decides only how good the bound is, never whether it holds. `from`: the prices of a parent;
 * `settled`: the least whole steps of a row with the floors of all its options taken.
 */
export function exceptionBound(problem: StageProblem, options: Options, enough: number, rounds: number, from?: readonly Float64Array[], settled?: (row: number) => number): Bound {
  const { students, limit, rows } = problem;
  const relief = reliefs(problem, options);
  const ones = new Float64Array(students.length).fill(1);
  const dual = new Dual(problem, options, relief, rows.map((_row, k) => Float64Array.from(from?.[k] ?? ones)));
  const left = rows.map(() => new Float64Array(students.length));
  const still = relief.map((amounts) => amounts.every((amount) => amount === 0));
  let bound = dual.value();
  for (let round = 0; round < rounds && bound < enough; round += 1) {
    const weight = 2 / (round + 2);
    for (const [k, { base, high }] of rows.entries()) {
      // where nobody saves anything the floors, and so the best prices, are the same in every round
      if (still[k] && round > 0) continue;
      const own = left[k] as Float64Array;
      for (let i = 0; i < own.length; i += 1) own[i] = (own[i] as number) + weight * ((dual.choice[i] === k ? 1 : 0) - (own[i] as number));
      const floors = own.map((share, i) => (base[i] as number) + (high[i] as number) - share * (relief[k]?.[i] ?? 0));
      dual.towards(k, leastLevel(floors, students, limit).prices);
      if (round > 0) dual.towards(k, ones);
    }
    const next = dual.value();
    if (next - bound <= 1e-7 * (1 + Math.abs(bound)) && round > 1) {
      bound = Math.max(next, bound);
      break;
    }
    bound = Math.max(next, bound);
  }
  const { prices, choice } = dual;
  bound = dual.value();
  // a row that nobody saves anything in costs at least its least whole steps with every option taken
  for (const [k, { cost, base }] of rows.entries()) {
    if (!settled || !still[k]) continue;
    bound += Math.max(cost * settled(k) - (dual.rowValue(k) - cost * base.reduce((sum, amount) => sum + amount, 0)), 0);
  }
  return { bound, prices, choice, loss: (i, k) => dual.saving(choice[i] as number, i) - dual.saving(k, i) };
}
