import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import type { Features } from "./similar";

const row = z.object({ code: z.string(), name: z.string(), pupils: z.number(), urban: z.number(), small: z.number() });
const SMALL_SCHOOL = 100;

/** Size, urban share and small schools of every county of a place whose year is approved whole. One query. */
export async function listFeatures(tx: Tx, code: string, year: number): Promise<Features[]> {
  const { rows } = await asQuery(tx).query(`
    WITH schools AS (
      SELECT division_code, area_type, coalesce(primary_students, 0) + coalesce(junior_students, 0) AS n FROM school_facts
      WHERE year = $3::int AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 AND kind NOT IN ('special', 'vocational')
    ), sums AS (
      SELECT division_code, sum(n)::int AS pupils, coalesce(sum(n) FILTER (WHERE area_type = 'urban'), 0)::float8 / nullif(sum(n), 0) AS urban, count(*) FILTER (WHERE n > 0 AND n < $4::int)::int AS small FROM schools GROUP BY 1
    )
    SELECT d.code, d.name, s.pupils, coalesce(s.urban, 0) AS urban, s.small FROM sums s JOIN divisions d ON d.code = s.division_code JOIN county_results r ON r.division_code = s.division_code AND r.year = $3::int
    WHERE r.expected > 0 AND r.reported >= r.expected ORDER BY d.code COLLATE "C"`, [...codeRange(code), year, SMALL_SCHOOL]);
  return z.array(row).parse(rows);
}
