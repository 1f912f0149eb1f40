import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { cityOf, toRow, type RowRecord } from "./find-plan";
import { planYears } from "./rules";

export type PlannedCounty = { code: string; name: string; year: number | null; version: number };
/** A city's row; `expected`: a city office stands there and submits it. */
export type PlanGridRow = RowRecord & { name: string; expected: boolean; counties: PlannedCounty[] };
export type PlanGrid = { years: number[]; rows: PlanGridRow[]; totals: Record<number, number>; total: { counties: number; planned: number } };

type Raw = PlannedCounty & { city: string; skips: boolean };

/** The 规划表 of a province or of one city: every county once, in its year or in none. Two queries. */
export async function listPlan(tx: Tx, code: string): Promise<PlanGrid> {
  const [low, high] = codeRange(code);
  const raw = await tx.$queryRaw<Raw[]>`
    SELECT d.code, d.name, c.name AS city, d.skips_city_review AS skips, p.year, coalesce(p.version, 0)::int AS version
    FROM divisions d JOIN divisions c ON c.code = left(d.code, 4) LEFT JOIN plan_cells p ON p.division_code = d.code
    WHERE d.level = 'county' AND d.valid_to IS NULL AND d.code COLLATE "C" >= ${low} AND d.code COLLATE "C" < ${high}
    ORDER BY d.code COLLATE "C"`;
  const records = new Map((await tx.planRow.findMany({ where: { divisionCode: { gte: low, lt: high } } })).map((row) => [row.divisionCode, row]));
  const rows: PlanGridRow[] = [];
  const totals: Record<number, number> = {};
  for (const { city, skips, ...county } of raw) {
    const key = cityOf(county.code);
    let row = rows.at(-1);
    if (row?.divisionCode !== key) rows.push((row = { ...toRow(key, records.get(key)), name: city, expected: false, counties: [] }));
    row.expected ||= !skips;
    row.counties.push(county);
    if (county.year !== null) totals[county.year] = (totals[county.year] ?? 0) + 1;
  }
  const planned = raw.filter((county) => county.year !== null);
  return { years: planYears(planned.flatMap((county) => county.year ?? [])), rows, totals, total: { counties: raw.length, planned: planned.length } };
}
