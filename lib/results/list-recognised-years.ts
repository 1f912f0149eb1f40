import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import type { RecognisedYear } from "./trend";

const row = z.object({ since: z.number().nullable(), places: z.array(z.object({ place: z.string(), year: z.number(), n: z.number(), lost: z.number() })) });
export type Recognised = { since: number | null; places: (RecognisedYear & { place: string })[] };

/**
 * Recognitions below a place by year of publication and revocations by the year of theirs, for each place of `length` characters of the
 * code (0: all in one), with the year of the platform's first batch. A revocation counts from its signature on. One query.
 */
export async function listRecognisedYears(tx: Tx, code: string, length = 0): Promise<Recognised> {
  const { rows } = await asQuery(tx).query(`
    WITH own AS (
      SELECT left(division_code, $3::int) AS place, published_on, withdrawn_on FROM recognitions
      WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 AND published_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
    ), events AS (
      SELECT place, extract(year FROM published_on)::int AS year, 1 AS n, 0 AS lost FROM own
      UNION ALL SELECT place, extract(year FROM greatest(withdrawn_on, published_on))::int, 0, 1 FROM own WHERE withdrawn_on IS NOT NULL
    ), sums AS (SELECT place, year, sum(n)::int AS n, sum(lost)::int AS lost FROM events GROUP BY 1, 2)
    SELECT (SELECT min(year) FROM certification_batches) AS since, (SELECT coalesce(json_agg(s ORDER BY place COLLATE "C", year), '[]') FROM sums s) AS places`, [...codeRange(code), length]);
  return row.parse(rows[0]);
}
