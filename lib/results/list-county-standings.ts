import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";

const row = z.object({
  code: z.string(), name: z.string(), cityCode: z.string(), city: z.string(), expected: z.number(), reported: z.number(), sections: z.number(), compliantSections: z.number(),
  cvCount: z.number(), cvWithinLimit: z.number(), resource: z.boolean().nullable(), verdict: z.boolean().nullable(), governmentPassed: z.number(), governmentDecided: z.number(),
  qualityPassed: z.number(), qualityDecided: z.number(), recognition: z.number().nullable(), planYear: z.number().nullable(), compliantBefore: z.boolean().nullable(), wholeBefore: z.boolean(), resourceBefore: z.boolean().nullable(), recognisedOn: z.string().nullable(),
});
/** A county of a place in a year: how whole its data is, its four aspects, its 申报年, what the year before said, and the day its standing recognition was published. */
export type CountyStandingRow = z.infer<typeof row>;

/** Every county below a place in the order of codes, with or without results. One query. */
export async function listCountyStandings(tx: Tx, code: string, year: number): Promise<CountyStandingRow[]> {
  const { rows } = await asQuery(tx).query(`
    WITH results AS MATERIALIZED (
      SELECT division_code, year, expected, reported, sections, compliant_sections, cv_count, cv_within_limit, resource_verdict, verdict, government_passed, government_decided, quality_passed, quality_decided, recognition
      FROM county_results WHERE year IN ($3::int, $3::int - 1) AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2
    ), recognised AS (
      SELECT division_code, max(published_on)::text AS day FROM recognitions
      WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 AND withdrawn_on IS NULL AND published_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date GROUP BY 1
    )
    SELECT d.code, d.name, c.code AS "cityCode", c.name AS city, coalesce(r.expected, 0) AS expected, coalesce(r.reported, 0) AS reported, coalesce(r.sections, 0) AS sections, coalesce(r.compliant_sections, 0) AS "compliantSections",
      coalesce(r.cv_count, 0) AS "cvCount", coalesce(r.cv_within_limit, 0) AS "cvWithinLimit", r.resource_verdict AS resource, r.verdict, coalesce(r.government_passed, 0) AS "governmentPassed", coalesce(r.government_decided, 0) AS "governmentDecided",
      coalesce(r.quality_passed, 0) AS "qualityPassed", coalesce(r.quality_decided, 0) AS "qualityDecided", r.recognition, p.year AS "planYear", b.verdict AS "compliantBefore", coalesce(b.expected > 0 AND b.reported >= b.expected, false) AS "wholeBefore", b.resource_verdict AS "resourceBefore", g.day AS "recognisedOn"
    FROM divisions d JOIN divisions c ON c.code = left(d.code, 4) LEFT JOIN results r ON r.division_code = d.code AND r.year = $3::int LEFT JOIN results b ON b.division_code = d.code AND b.year = $3::int - 1
      LEFT JOIN plan_cells p ON p.division_code = d.code LEFT JOIN recognised g ON g.division_code = d.code
    WHERE d.level = 'county' AND d.valid_to IS NULL AND d.code COLLATE "C" >= $1 AND d.code COLLATE "C" < $2 ORDER BY d.code COLLATE "C"`, [...codeRange(code), year]);
  return z.array(row).parse(rows);
}

/** Whether the whole roster of a county is approved. */
export const isReported = ({ expected, reported }: Pick<CountyStandingRow, "expected" | "reported">): boolean => expected > 0 && reported >= expected;
