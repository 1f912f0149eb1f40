import { z } from "zod";
import { HUGE_CLASS, LARGE_CLASS, SIZE_LIMIT } from "@/lib/conditions/rollup";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import type { Crowding } from "@/lib/findings/rules-county";
import { CLASS_LIMIT, STAGES, type Stage } from "@/lib/standard/indicators";
import { SCHOOL_KINDS, stagesOf } from "@/lib/standard/school-kinds";

const row = z.object({ code: z.string(), schools: z.number(), unknown: z.number(), over: z.number(), large: z.number(), huge: z.number(), oversized: z.number() });

const kindsWith = (stage: Stage) => SCHOOL_KINDS.filter((kind) => stagesOf(kind).includes(stage));
const COMBINED = SCHOOL_KINDS.filter((kind) => stagesOf(kind).length > 1);

/** Schools with classes over the standard, 大班额 and 大校额, county by county, from the largest class of each stage; schools that have not said are counted apart. One query. */
export async function listCrowding(tx: Tx, code: string, year: number): Promise<Map<string, Crowding>> {
  const { rows } = await asQuery(tx).query(`
    WITH facts AS (
      SELECT division_code, CASE WHEN kind = ANY ($4::text[]) THEN primary_max_class END AS p, CASE WHEN kind = ANY ($5::text[]) THEN junior_max_class END AS j,
        coalesce(primary_students, 0) + coalesce(junior_students, 0) > CASE WHEN kind = ANY ($6::text[]) THEN $12::int ELSE $11::int END AS oversized,
        (kind = ANY ($4::text[]) AND primary_max_class IS NULL) OR (kind = ANY ($5::text[]) AND junior_max_class IS NULL) AS unknown
      FROM school_facts WHERE year = $3::int AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 AND (kind = ANY ($4::text[]) OR kind = ANY ($5::text[]))
    )
    SELECT division_code AS code, count(*)::int AS schools, count(*) FILTER (WHERE unknown)::int AS unknown, count(*) FILTER (WHERE p > $7::int OR j > $8::int)::int AS over,
      count(*) FILTER (WHERE greatest(p, j) >= $9::int)::int AS large, count(*) FILTER (WHERE greatest(p, j) >= $10::int)::int AS huge, count(*) FILTER (WHERE oversized)::int AS oversized FROM facts GROUP BY 1`,
    [...codeRange(code), year, ...STAGES.map(kindsWith), COMBINED, CLASS_LIMIT.primary, CLASS_LIMIT.junior, LARGE_CLASS, HUGE_CLASS, SIZE_LIMIT.single, SIZE_LIMIT.combined]);
  return new Map(z.array(row).parse(rows).map(({ code: county, ...rest }) => [county, rest]));
}
