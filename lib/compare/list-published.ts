import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { PublishedCounty } from "./published";

const row = z.object({ list: z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.number(), z.number(), z.string(), z.string()])) });

/**
 * Counties all over the nation whose recognition is published and stands, with what makes them alike, but for `except`. Names carry
 * city and province: many districts share theirs. Whoever is signed in reads these and nothing else of another county. One query.
 */
export async function listPublished(tx: Tx, except: string): Promise<PublishedCounty[]> {
  const { rows } = await asQuery(tx).query(`
    SELECT coalesce(json_agg(json_build_array(r.division_code, replace(d.path, ' / ', ''), r.pupils, coalesce(r.urban_share, 0), r.small_schools, r.figures_year, r.document_number, r.published_on) ORDER BY r.division_code COLLATE "C"), '[]') AS list
    FROM recognitions r JOIN divisions d ON d.code = r.division_code
    WHERE r.withdrawn_on IS NULL AND r.published_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND r.figures IS NOT NULL AND r.pupils IS NOT NULL AND r.division_code <> $1`, [except]);
  return row.parse(rows[0]).list.map(([code, name, pupils, urban, small, figuresYear, number, day]) => ({ code, name, pupils, urban, small, figuresYear, number, day }));
}
