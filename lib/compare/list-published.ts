import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { featureRow } from "./get-features";
import { CANDIDATES, DISTANCE_SQL, ownFeatures } from "./nearest";
import type { PublishedCounty } from "./published";
import type { Features } from "./similar";

/** A list that is longer helps nobody who types; the name is typed in full then. */
const LISTED = 300;
const county = featureRow.extend({ figuresYear: z.number(), number: z.string(), day: z.string() });
const row = z.object({ count: z.number(), named: z.array(county), near: z.array(county), names: z.array(z.string()) });
export type Published = { count: number; named: PublishedCounty[]; near: PublishedCounty[]; names: string[] };
type Asked = { /** The county that asks: it is none of its peers. */ code: string; own: Features | null; chosen: readonly string[]; add: string };

const asJson = (from: string) => `(SELECT coalesce(json_agg(json_build_object('code', x.division_code, 'name', x.name, 'pupils', x.pupils, 'urban', coalesce(x.urban_share, 0), 'small', x.small_schools, 'figuresYear', x.figures_year, 'number', x.document_number, 'day', x.published_on)), '[]') FROM (${from}) x)`;
const NAMED = `SELECT s.*, replace(d.path, ' / ', '') AS name FROM standing s JOIN divisions d ON d.code = s.division_code`;

/**
 * Of the counties all over the nation whose recognition is published and stands: how many there are, those that are asked for by code
 * or by name, and those nearest to the county that asks. Names carry city and province: many districts share theirs. Whoever is
 * signed in reads these and nothing else of another county. One query.
 */
export async function listPublished(tx: Tx, { code, own, chosen, add }: Asked): Promise<Published> {
  const { rows } = await asQuery(tx).query(`
    WITH standing AS (
      SELECT division_code, pupils, urban_share, small_schools, figures_year, document_number, published_on FROM recognitions
      WHERE withdrawn_on IS NULL AND published_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND figures IS NOT NULL AND pupils > 0 AND division_code <> $4
    ), near AS (SELECT * FROM standing WHERE $1::float8 > 0 ORDER BY ${DISTANCE_SQL}, division_code COLLATE "C" LIMIT ${CANDIDATES})
    SELECT (SELECT count(*)::int FROM standing) AS count,
      ${asJson(`${NAMED} WHERE s.division_code = ANY ($5::text[]) OR ($6::text <> '' AND (s.division_code = $6 OR replace(d.path, ' / ', '') = $6))`)} AS named,
      ${asJson(NAMED.replace("standing", "near"))} AS near,
      (SELECT CASE WHEN count(*) <= ${LISTED} THEN coalesce(json_agg(replace(d.path, ' / ', '') ORDER BY d.code COLLATE "C"), '[]') ELSE '[]' END FROM standing s JOIN divisions d ON d.code = s.division_code WHERE (SELECT count(*) FROM standing) <= ${LISTED}) AS names`,
    [...(own ? ownFeatures(own) : [0, 0, 0]), code, chosen, add]);
  return row.parse(rows[0]);
}
