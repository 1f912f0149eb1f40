import type { Highs, Model } from "highs";

export type { Highs, Model } from "highs";
/** How the solver is reached; a page gives its own, which knows where the solver's binary lies. */
export type SolverLoader = () => Promise<Highs>;

let loaded: Promise<Highs> | null = null;

/** HiGHS in WebAssembly (MIT), loaded when first needed and kept: pages that do not plan never carry it. */
export const loadSolver: SolverLoader = () => (loaded ??= import("highs").then((solver) => solver.default()));

/** A linear program being built column by column and row by row. */
export class Program {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];
  readonly whole: number[] = [];

  column(cost: number, lower: number, upper: number, whole = false): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.whole.push(whole ? 1 : 0);
    return this.cost.length - 1;
  }

  row(lower: number, upper: number, terms: readonly (readonly [column: number, value: number])[]): void {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    for (const [column, value] of terms) {
      this.indices.push(column);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
  }

  /** Passes the program to the solver; `integer`: whole columns are whole. The model is the caller's to dispose of. */
  build(highs: Highs, integer: boolean): Model {
    const [numCols, numRows] = [this.cost.length, this.rowLower.length];
    const model = highs.createModel({
      numCols, numRows, colCost: this.cost, colLower: this.lower, colUpper: this.upper, rowLower: this.rowLower, rowUpper: this.rowUpper,
      matrix: { format: "csr", numRows, numCols, starts: this.starts, indices: this.indices, values: this.values },
      ...(integer ? { integrality: Int32Array.from(this.whole) } : {}),
    });
    model.options.set({ output_flag: false, random_seed: 1 });
    return model;
  }
}

export const isOptimal = (highs: Highs, model: Model): boolean => model.getModelStatus() === highs.constants.modelStatus.optimal;
