import { INDICATOR_KEYS } from "@/lib/standard/indicators";
import type { PerKey } from "@/lib/evaluation/evaluate-school";
import type { PlanSort } from "./filters";
import type { PlanResult } from "./schema";

export type AdditionRow = PlanResult["additions"][number] & { cost: number };
export const ROWS = 50;

/** The additions with their cost, in the order asked for; equal ones by the code of the school. Pure. */
export function orderAdditions(additions: PlanResult["additions"], costs: PerKey<number>, sort: PlanSort): AdditionRow[] {
  const rows = additions.map((addition) => ({ ...addition, cost: addition.amount * costs[addition.indicator] }));
  const byCode = (a: AdditionRow, b: AdditionRow) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  const place = ({ indicator }: AdditionRow) => INDICATOR_KEYS.indexOf(indicator);
  const first = { school: () => 0, indicator: (a: AdditionRow, b: AdditionRow) => place(a) - place(b), cost: (a: AdditionRow, b: AdditionRow) => b.cost - a.cost }[sort];
  return rows.sort((a, b) => first(a, b) || byCode(a, b) || place(a) - place(b));
}

/** One page of rows; a page beyond the last is the last. */
export function pageOf<Row>(rows: readonly Row[], asked: number): { rows: Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const page = Math.min(asked, pages);
  return { rows: rows.slice((page - 1) * ROWS, page * ROWS), page, pages };
}
