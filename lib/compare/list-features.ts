import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import type { Features } from "./similar";

const row = z.object({ list: z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.number()])) });

/**
 * Size, urban share and small schools of every county of a place whose year is approved whole, as they are stored with its results
 * (0043); names in the nation carry city and province. One query and one value for the whole nation: 2,900 rows cost more to carry than to read.
 */
export async function listFeatures(tx: Tx, code: string, year: number): Promise<Features[]> {
  const { rows } = await asQuery(tx).query(`
    SELECT coalesce(json_agg(json_build_array(r.division_code, CASE WHEN $1 = '' THEN replace(d.path, ' / ', '') ELSE d.name END, r.pupils, coalesce(r.urban_share, 0), r.small_schools) ORDER BY r.division_code COLLATE "C"), '[]') AS list
    FROM county_results r JOIN divisions d ON d.code = r.division_code
    WHERE r.year = $3::int AND r.division_code COLLATE "C" >= $1 AND r.division_code COLLATE "C" < $2 AND r.expected > 0 AND r.reported >= r.expected AND r.pupils IS NOT NULL`, [...codeRange(code), year]);
  return row.parse(rows[0]).list.map(([county, name, pupils, urban, small]) => ({ code: county, name, pupils, urban, small }));
}
