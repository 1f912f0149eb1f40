import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";

const row = z.object({
  code: z.string(), name: z.string(), counties: z.number(),
  years: z.array(z.object({ year: z.number(), reported: z.number(), resourcePassed: z.number(), compliant: z.number(), sections: z.number(), compliantSections: z.number() })),
  plan: z.array(z.object({ year: z.number(), n: z.number(), met: z.number(), unmet: z.number() })),
});
/** A province: its counties, what they have reached in each year, and how many are to apply in each year of its 规划表 (`met`, `unmet`: by the results of the year asked). */
export type ProvinceStanding = z.infer<typeof row>;

/** Every province with its years from the counters (0024) and its plan. One query. */
export async function listProvinceStandings(tx: Tx, year: number): Promise<ProvinceStanding[]> {
  const { rows } = await asQuery(tx).query(`
    WITH counties AS (SELECT left(code, 2) AS place, count(*)::int AS n FROM divisions WHERE level = 'county' AND valid_to IS NULL GROUP BY 1),
    years AS (
      SELECT place, jsonb_agg(jsonb_build_object('year', year, 'reported', reported, 'resourcePassed', resource_passed, 'compliant', compliant, 'sections', sections, 'compliantSections', compliant_sections) ORDER BY year) AS list
      FROM result_counts GROUP BY 1
    ), planned AS (
      SELECT left(p.division_code, 2) AS place, p.year, count(*)::int AS n, count(*) FILTER (WHERE r.verdict)::int AS met, count(*) FILTER (WHERE NOT r.verdict)::int AS unmet
      FROM plan_cells p LEFT JOIN county_results r ON r.division_code = p.division_code AND r.year = $1::int WHERE p.year IS NOT NULL GROUP BY 1, 2
    ), plans AS (SELECT place, jsonb_agg(jsonb_build_object('year', year, 'n', n, 'met', met, 'unmet', unmet) ORDER BY year) AS list FROM planned GROUP BY 1)
    SELECT d.code, d.name, coalesce(c.n, 0) AS counties, coalesce(y.list, '[]') AS years, coalesce(p.list, '[]') AS plan
    FROM divisions d LEFT JOIN counties c ON c.place = d.code LEFT JOIN years y ON y.place = d.code LEFT JOIN plans p ON p.place = d.code
    WHERE d.level = 'province' AND d.valid_to IS NULL ORDER BY d.code COLLATE "C"`, [year]);
  return z.array(row).parse(rows);
}
