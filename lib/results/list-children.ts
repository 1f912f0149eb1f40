import type { Tx } from "@/lib/db/with-scope";
import type { DivisionLevel } from "@/lib/divisions/codes";
import { childLength, codeRange } from "@/lib/divisions/codes";

export type ChildOutcome = {
  code: string;
  name: string;
  counties: number;
  /** Counties whose whole roster is approved. */
  reported: number;
  /** Counties whose 资源配置 passes. */
  resourcePassed: number;
  /** Counties that pass all four aspects. */
  compliant: number;
  sections: number;
  compliantSections: number;
  cvCount: number;
  cvWithinLimit: number;
};

/** The divisions one level below a place with what their counties have reached; aggregated on read. One query. */
export async function listChildren(tx: Tx, code: string, level: DivisionLevel, year: number): Promise<ChildOutcome[]> {
  const length = childLength(level);
  const [low, high] = codeRange(code);
  return tx.$queryRaw<ChildOutcome[]>`
    WITH counties AS (
      SELECT left(d.code, ${length}::int) AS child, d.code FROM divisions d
      WHERE d.level = 'county' AND d.code COLLATE "C" >= ${low} AND d.code COLLATE "C" < ${high}
    ), results AS (
      SELECT * FROM county_results WHERE year = ${year}::int AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
    )
    SELECT c.child AS code, d.name, count(*)::int AS counties,
      count(*) FILTER (WHERE r.reported >= r.expected AND r.expected > 0)::int AS reported,
      count(*) FILTER (WHERE r.resource_verdict)::int AS "resourcePassed",
      count(*) FILTER (WHERE r.verdict)::int AS compliant,
      coalesce(sum(r.sections), 0)::int AS sections, coalesce(sum(r.compliant_sections), 0)::int AS "compliantSections",
      coalesce(sum(r.cv_count), 0)::int AS "cvCount", coalesce(sum(r.cv_within_limit), 0)::int AS "cvWithinLimit"
    FROM counties c JOIN divisions d ON d.code = c.child LEFT JOIN results r ON r.division_code = c.code
    GROUP BY c.child, d.name ORDER BY c.child`;
}
