import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";

const row = z.object({ year: z.number(), stage: z.enum(STAGES), indicator: z.enum(INDICATOR_KEYS), step: z.number(), passed: z.boolean(), n: z.number() });

/** The nation's counties by step of each coefficient, of a year and the one before, from the counters of the provinces (0024). One query. */
export async function listCvSteps(tx: Tx, year: number): Promise<z.infer<typeof row>[]> {
  const { rows } = await asQuery(tx).query("SELECT year, stage, indicator, step, passed, sum(n)::int AS n FROM cv_counts WHERE year IN ($1::int, $1::int - 1) GROUP BY 1, 2, 3, 4, 5", [year]);
  return z.array(row).parse(rows);
}
