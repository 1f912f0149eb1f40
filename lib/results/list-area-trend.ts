import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";

const row = z.object({ results: z.array(z.object({ year: z.number(), reported: z.number(), compliant: z.number() })), plan: z.array(z.object({ year: z.number(), n: z.number() })) });

/** Counties of a province or a city by year: whole, passing all four aspects, and named by the 规划表. One query. */
export async function listAreaTrend(tx: Tx, code: string): Promise<z.infer<typeof row>> {
  const { rows } = await asQuery(tx).query(`
    WITH results AS (
      SELECT year, count(*) FILTER (WHERE expected > 0 AND reported >= expected)::int AS reported, count(*) FILTER (WHERE verdict)::int AS compliant
      FROM county_results WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 GROUP BY year
    ), planned AS (SELECT year, count(*)::int AS n FROM plan_cells WHERE year IS NOT NULL AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 GROUP BY year)
    SELECT (SELECT coalesce(json_agg(r ORDER BY year), '[]') FROM results r) AS results, (SELECT coalesce(json_agg(p ORDER BY year), '[]') FROM planned p) AS plan`, codeRange(code));
  return row.parse(rows[0]);
}
