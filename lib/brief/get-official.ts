import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";

const row = z.object({
  goal: z.object({ year: z.number(), source: z.string(), draft: z.boolean() }).nullable(),
  planYear: z.number().nullable(),
  stage: z.string().nullable(),
  decision: z.object({ outcome: z.string(), number: z.string(), day: z.string(), published: z.boolean() }).nullable(),
  /** Counties on their way to recognition: neither recognised nor ended. */
  underway: z.number(),
  notices: z.array(z.object({ number: z.string(), day: z.string() })),
});
/** What has been decided about a place: its own target and course (a county), and the newest notices of the recognitions below it that stand. */
export type Official = z.infer<typeof row>;

/** One query. */
export async function getOfficial(tx: Tx, code: string): Promise<Official> {
  const { rows } = await asQuery(tx).query(`
    WITH own AS (SELECT id, division_code, stage, opened_at FROM certification_cases WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2)
    SELECT (SELECT jsonb_build_object('year', target_year, 'source', source, 'draft', draft) FROM county_goals WHERE division_code COLLATE "C" = $3) AS goal,
      (SELECT year FROM plan_cells WHERE division_code COLLATE "C" = $3) AS "planYear",
      (SELECT stage FROM own WHERE division_code = $3 ORDER BY opened_at DESC LIMIT 1) AS stage,
      (SELECT jsonb_build_object('outcome', d.outcome, 'number', d.document_number, 'day', coalesce(d.published_on, (d.signed_at AT TIME ZONE 'Asia/Shanghai')::date)::text, 'published', d.published_on IS NOT NULL)
        FROM certification_decisions d JOIN own ON own.id = d.case_id WHERE own.division_code = $3 AND d.state = 'signed' ORDER BY d.signed_at DESC LIMIT 1) AS decision,
      (SELECT count(DISTINCT division_code)::int FROM own WHERE stage NOT IN ('recognised', 'correction', 'recheck', 'refused', 'revoked', 'withdrawn')) AS underway,
      (SELECT coalesce(jsonb_agg(n ORDER BY day DESC), '[]') FROM (SELECT DISTINCT document_number AS number, published_on::text AS day FROM recognitions
        WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 AND withdrawn_on IS NULL AND published_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY 2 DESC LIMIT 3) n) AS notices`,
    [...codeRange(code), code]);
  return row.parse(rows[0]);
}
