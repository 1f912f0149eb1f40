import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { judgeTargets, type JudgedTarget } from "./judge-targets";
import { TARGETS_SQL } from "./list-behind";
import { MEASURE_KEYS } from "./measures";

const rows = z.array(z.object({ year: z.number(), measure: z.string(), target: z.number(), actual: z.number().nullable(), version: z.number() }));
export type CountyTarget = JudgedTarget & { version: number };

/** A county's yearly targets with their computed actuals, newest year first. One query. */
export async function listTargets(tx: Tx, divisionCode: string): Promise<CountyTarget[]> {
  const [low, high] = codeRange(divisionCode);
  const found = rows.parse(await tx.$queryRawUnsafe<unknown[]>(`
    WITH ${TARGETS_SQL} SELECT m.year, m.measure, m.target, m.actual, t.version FROM measured m
    JOIN year_targets t ON t.division_code = m.division_code AND t.year = m.year AND t.measure = m.measure WHERE m.division_code = $3`, low, high, divisionCode));
  const versions = new Map(found.map((row) => [`${row.year}/${row.measure}`, row.version]));
  return judgeTargets(found)
    .sort((a, b) => b.year - a.year || MEASURE_KEYS.indexOf(a.measure) - MEASURE_KEYS.indexOf(b.measure))
    .map((row) => ({ ...row, version: versions.get(`${row.year}/${row.measure}`) ?? 0 }));
}
