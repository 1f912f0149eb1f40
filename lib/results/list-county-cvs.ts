import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";

const row = z.object({ code: z.string(), stage: z.enum(STAGES), indicator: z.enum(INDICATOR_KEYS), cv: z.number().nullable(), cvLimit: z.number(), cvPass: z.boolean() });
export type CountyCvRow = z.infer<typeof row>;

/** The 7 × 2 coefficients of every county below a place. One query. */
export async function listCountyCvs(tx: Tx, code: string, year: number): Promise<CountyCvRow[]> {
  const { rows } = await asQuery(tx).query(`SELECT division_code AS code, stage, indicator, cv, cv_limit AS "cvLimit", cv_pass AS "cvPass" FROM stage_results
    WHERE year = $3::int AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 ORDER BY division_code COLLATE "C"`, [...codeRange(code), year]);
  return z.array(row).parse(rows);
}
