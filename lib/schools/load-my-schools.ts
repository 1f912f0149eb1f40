import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import type { SchoolKind } from "@/lib/standard/school-kinds";

export type MySchool = { id: string; code: string; name: string; kind: SchoolKind; year: number | null; state: string | null; sections: number; compliant: number };

/** The schools of a 责任督学 with the newest filing and the newest approved result of each. One query. */
export async function loadMySchools(actor: Actor): Promise<MySchool[]> {
  return withScope(scopeOf(actor), (tx) => tx.$queryRaw<MySchool[]>`
    SELECT s.id, s.code, s.name, s.kind, f.year, f.state, coalesce(r.sections, 0)::int AS sections, coalesce(r.compliant, 0)::int AS compliant
    FROM schools s
      LEFT JOIN LATERAL (SELECT year, state FROM filings WHERE school_id = s.id ORDER BY year DESC LIMIT 1) f ON true
      LEFT JOIN LATERAL (SELECT count(*) AS sections, count(*) FILTER (WHERE compliant) AS compliant FROM section_results
        WHERE school_id = s.id AND year = (SELECT max(year) FROM section_results WHERE school_id = s.id)) r ON true
    ORDER BY s.code COLLATE "C"`);
}
