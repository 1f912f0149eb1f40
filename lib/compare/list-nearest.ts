import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { featureRow } from "./get-features";
import { CANDIDATES, DISTANCE_SQL, ownFeatures } from "./nearest";
import { similarTo, type Features, type Similar } from "./similar";

/** The counties of a place most like one, of those whose year is approved whole; names in the nation carry city and province. One query. */
export async function listNearest(tx: Tx, place: string, year: number, own: Features, count: number): Promise<Similar[]> {
  if (own.pupils <= 0) return [];
  const { rows } = await asQuery(tx).query(`
    WITH near AS (
      SELECT division_code, pupils, coalesce(urban_share, 0) AS urban, small_schools FROM county_results
      WHERE year = $6::int AND division_code COLLATE "C" >= $4 AND division_code COLLATE "C" < $5 AND expected > 0 AND reported >= expected AND pupils > 0 AND division_code <> $7
      ORDER BY ${DISTANCE_SQL}, division_code COLLATE "C" LIMIT ${CANDIDATES}
    )
    SELECT n.division_code AS code, CASE WHEN $4 = '' THEN replace(d.path, ' / ', '') ELSE d.name END AS name, n.pupils, n.urban, n.small_schools AS small FROM near n JOIN divisions d ON d.code = n.division_code`,
    [...ownFeatures(own), ...codeRange(place), year, own.code]);
  return similarTo(own, z.array(featureRow).parse(rows), count);
}
