import { z } from "zod";
import { HUGE_CLASS, LARGE_CLASS, SIZE_LIMIT } from "@/lib/conditions/rollup";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import type { Crowding } from "@/lib/findings/rules-county";
import { CLASS_LIMIT, STAGES, type Stage } from "@/lib/standard/indicators";
import { SCHOOL_KINDS, stagesOf } from "@/lib/standard/school-kinds";

const row = z.object({ code: z.string(), schools: z.number(), unknown: z.number(), overClasses: z.number(), largeClasses: z.number(), hugeClasses: z.number(), oversized: z.number() });

const kindsWith = (stage: Stage) => SCHOOL_KINDS.filter((kind) => stagesOf(kind).includes(stage));
const COMBINED = SCHOOL_KINDS.filter((kind) => stagesOf(kind).length > 1);

/** 超标准班额, 大班额 and 大校额 of the counties of a place from approved facts, by code; schools that have not said are counted apart. One query. */
export async function listCrowding(tx: Tx, code: string, year: number): Promise<Map<string, Crowding>> {
  const { rows } = await asQuery(tx).query(`
    WITH facts AS (
      SELECT division_code, kind, coalesce(primary_students, 0) + coalesce(junior_students, 0) AS pupils, more->'classes'->'primary' AS p, more->'classes'->'junior' AS j FROM school_facts
      WHERE year = $3::int AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 AND (kind = ANY ($4::text[]) OR kind = ANY ($5::text[]))
    ), sized AS (
      SELECT f.division_code, f.pupils > CASE WHEN f.kind = ANY ($6::text[]) THEN $12::int ELSE $11::int END AS oversized,
        (f.kind = ANY ($4::text[]) AND coalesce(jsonb_typeof(f.p), 'null') <> 'array') OR (f.kind = ANY ($5::text[]) AND coalesce(jsonb_typeof(f.j), 'null') <> 'array') AS unknown, c.*
      FROM facts f CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE n > most) AS over, count(*) FILTER (WHERE n >= $9::int) AS large, count(*) FILTER (WHERE n >= $10::int) AS huge FROM (
          SELECT x::text::numeric AS n, $7::int AS most FROM jsonb_array_elements(CASE WHEN jsonb_typeof(f.p) = 'array' THEN f.p ELSE '[]' END) x
          UNION ALL SELECT x::text::numeric, $8::int FROM jsonb_array_elements(CASE WHEN jsonb_typeof(f.j) = 'array' THEN f.j ELSE '[]' END) x) classes) c
    )
    SELECT division_code AS code, count(*)::int AS schools, count(*) FILTER (WHERE unknown)::int AS unknown, sum(over)::int AS "overClasses", sum(large)::int AS "largeClasses", sum(huge)::int AS "hugeClasses",
      count(*) FILTER (WHERE oversized)::int AS oversized FROM sized GROUP BY 1`,
    [...codeRange(code), year, ...STAGES.map(kindsWith), COMBINED, CLASS_LIMIT.primary, CLASS_LIMIT.junior, LARGE_CLASS, HUGE_CLASS, SIZE_LIMIT.single, SIZE_LIMIT.combined]);
  return new Map(z.array(row).parse(rows).map(({ code: county, ...rest }) => [county, rest]));
}
