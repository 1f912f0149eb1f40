import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { Features } from "./similar";

export const featureRow = z.object({ code: z.string(), name: z.string(), pupils: z.number(), urban: z.number(), small: z.number() });

/** Size, urban share and small schools of some counties whose year is approved whole, as they are stored with its results (0043). One query. */
export async function getFeatures(tx: Tx, codes: readonly string[], year: number): Promise<Features[]> {
  if (codes.length === 0) return [];
  const { rows } = await asQuery(tx).query(`
    SELECT r.division_code AS code, d.name, r.pupils, coalesce(r.urban_share, 0) AS urban, r.small_schools AS small FROM county_results r JOIN divisions d ON d.code = r.division_code
    WHERE r.year = $2::int AND r.division_code = ANY ($1::text[]) AND r.expected > 0 AND r.reported >= r.expected AND r.pupils IS NOT NULL`, [codes, year]);
  return z.array(featureRow).parse(rows);
}
