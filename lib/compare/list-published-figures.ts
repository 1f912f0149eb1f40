import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { publishedFigures, type PublishedFigures } from "./published";

const row = z.object({ code: z.string(), figures: publishedFigures });

/** The published figures of some counties. One query. */
export async function listPublishedFigures(tx: Tx, codes: readonly string[]): Promise<Map<string, PublishedFigures>> {
  if (codes.length === 0) return new Map();
  const { rows } = await asQuery(tx).query(`
    SELECT division_code AS code, figures FROM recognitions
    WHERE division_code = ANY ($1::text[]) AND withdrawn_on IS NULL AND published_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND figures IS NOT NULL`, [codes]);
  return new Map(z.array(row).parse(rows).map(({ code, figures }) => [code, figures]));
}
