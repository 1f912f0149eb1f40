import type { PlanDue } from "@/lib/findings/rules-area";

type Planned = { planYear: number | null; verdict: boolean | null };

/** How the counties that are to have applied by a year stand by its results. */
export function planDueOf(counties: readonly Planned[], year: number): PlanDue {
  const due = counties.filter(({ planYear }) => planYear !== null && planYear <= year);
  const [met, unmet] = [due.filter(({ verdict }) => verdict === true).length, due.filter(({ verdict }) => verdict === false).length];
  return { due: due.length, met, unmet, open: due.length - met - unmet };
}

export type PlanCell = { counties: number; met: number; unmet: number };
export type CityPlanRow = { code: string; name: string; counties: number; reported: number; met: number; recognised: number; cells: Map<number | null, PlanCell> };
type County = Planned & { recognisedOn: string | null; cityCode: string; city: string; expected: number; reported: number };

/** Cities × 申报年: how many counties stand in each cell and how they stand by the results of the year; null: 未列入. */
export function cityPlan(counties: readonly County[]): CityPlanRow[] {
  const rows = new Map<string, CityPlanRow>();
  for (const { cityCode, city, planYear, verdict, expected, reported, recognisedOn } of counties) {
    const row = rows.get(cityCode) ?? { code: cityCode, name: city, counties: 0, reported: 0, met: 0, recognised: 0, cells: new Map<number | null, PlanCell>() };
    const cell = row.cells.get(planYear) ?? { counties: 0, met: 0, unmet: 0 };
    row.cells.set(planYear, { counties: cell.counties + 1, met: cell.met + Number(verdict === true), unmet: cell.unmet + Number(verdict === false) });
    rows.set(cityCode, { ...row, counties: row.counties + 1, reported: row.reported + Number(expected > 0 && reported >= expected), met: row.met + Number(verdict === true), recognised: row.recognised + Number(recognisedOn !== null) });
  }
  return [...rows.values()];
}
