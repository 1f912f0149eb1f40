import { z } from "zod";
import type { Query } from "@/lib/db/query";
import { codeRange } from "@/lib/divisions/codes";
import { storedReadings, storedThresholds } from "@/lib/standard/schema";
import { getStandard } from "./get-standard";
import { recomputeCounty } from "./recompute-county";

const row = z.object({ division_code: z.string(), year: z.number(), thresholds: storedThresholds, readings: storedReadings });
export type Recomputed = { divisionCode: string; year: number };

/**
 * After a change of the standard: recomputes every stored result at or below the division that was judged by another one, in the
 * order of codes. Completed years keep the standard that they were judged by (decision 0003). In the caller's transaction.
 */
export async function recomputeBelow(db: Query, divisionCode: string): Promise<Recomputed[]> {
  const [low, high] = codeRange(divisionCode);
  const { rows } = await db.query(
    `SELECT r.division_code, r.year, r.thresholds, r.readings FROM county_results r LEFT JOIN filing_years y ON y.division_code = r.division_code AND y.year = r.year
      WHERE r.division_code COLLATE "C" >= $1 AND r.division_code COLLATE "C" < $2 AND y.completed_at IS NULL ORDER BY r.division_code COLLATE "C", r.year`,
    [low, high],
  );
  const done: Recomputed[] = [];
  for (const stored of rows.map((found) => row.parse(found))) {
    const { division_code: code, year, thresholds, readings } = stored;
    // both sides come from the same schemas, so their keys stand in the same order
    if (JSON.stringify(await getStandard(db, code, year)) === JSON.stringify({ thresholds, readings })) continue;
    await recomputeCounty(db, code, year);
    done.push({ divisionCode: code, year });
  }
  return done;
}
