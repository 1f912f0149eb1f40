import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";

const cell = z.object({ item: z.string(), gapUnit: z.string().nullable(), year: z.number().nullable(), entries: z.number(), gap: z.number().nullable(), cost: z.number().nullable(), uncosted: z.number() });
export type YearCell = z.infer<typeof cell>;
export type YearRow = { item: string; gapUnit: string | null; cells: Map<number | null, YearCell>; entries: number; gap: number | null };
export type YearTable = { years: (number | null)[]; rows: YearRow[]; costs: { year: number | null; cost: number | null; entries: number; uncosted: number }[] };

/** What is still to be mended, by what it is about and the year in which it is planned: how many people, rooms, ㎡ and 元, and what it costs. One query. */
export async function listYearCells(tx: Tx, code: string): Promise<YearCell[]> {
  const { rows } = await asQuery(tx).query(
    `SELECT item, gap_unit AS "gapUnit", planned_year AS year, count(*)::int AS entries, sum(gap)::float8 AS gap, sum(cost_yuan)::float8 AS cost, count(*) FILTER (WHERE cost_yuan IS NULL)::int AS uncosted
     FROM ledger_entries WHERE retired_at IS NULL AND division_code = $1 AND state <> 'closed' GROUP BY 1, 2, 3`,
    [code],
  );
  return z.array(cell).parse(rows);
}

const add = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b);

/** The cells as a table: items in the given order, planned years from the first, “not planned” last. Unknown amounts stay unknown. Pure. */
export function yearTable(cells: YearCell[], order: string[]): YearTable {
  const years = [...new Set(cells.map((one) => one.year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const rows = new Map<string, YearRow>();
  for (const one of cells) {
    const key = `${one.item}/${one.gapUnit ?? ""}`;
    const row = rows.get(key) ?? { item: one.item, gapUnit: one.gapUnit, cells: new Map(), entries: 0, gap: null };
    row.cells.set(one.year, one);
    rows.set(key, { ...row, entries: row.entries + one.entries, gap: add(row.gap, one.gap) });
  }
  const rank = (item: string) => { const at = order.indexOf(item); return at < 0 ? order.length : at; };
  const costs = years.map((year) => {
    const own = cells.filter((one) => one.year === year);
    return { year, cost: own.reduce<number | null>((sum, one) => add(sum, one.cost), null), entries: own.reduce((sum, one) => sum + one.entries, 0), uncosted: own.reduce((sum, one) => sum + one.uncosted, 0) };
  });
  return { years, rows: [...rows.values()].sort((a, b) => rank(a.item) - rank(b.item) || (a.gapUnit ?? "").localeCompare(b.gapUnit ?? "")), costs };
}
