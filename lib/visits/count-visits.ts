import type { Tx } from "@/lib/db/with-scope";

/** How often each school is on its list of the year (cancelled visits left out) and how often somebody has been there. */
export type SchoolVisits = { id: string; name: string; onList: number; done: number };

/** Every open school in reach of a county, by code. One query. */
export async function countSchoolVisits(tx: Tx, divisionCode: string, year: number): Promise<SchoolVisits[]> {
  return tx.$queryRaw<SchoolVisits[]>`
    SELECT s.id, s.name, count(v.id)::int AS "onList", count(v.id) FILTER (WHERE v.state IN ('recorded', 'acknowledged'))::int AS done
    FROM schools s LEFT JOIN visits v ON v.school_id = s.id AND v.year = ${year}::int AND v.state <> 'cancelled'
    WHERE s.division_code COLLATE "C" = ${divisionCode} AND (s.closed_on IS NULL OR s.closed_on > make_date(${year}::int, 1, 1)) AND s.kind <> 'vocational'
    GROUP BY s.id, s.name, s.code ORDER BY s.code COLLATE "C"`;
}

/** What a 责任督学 has this year. */
export type InspectorLoad = { userId: string; name: string; schools: number; planned: number; done: number; missed: number; unvisited: number };

/** Load per 责任督学 of a county: their schools, visits planned and done this year, schools where they have not been. One query. */
export async function countInspectorLoad(tx: Tx, divisionCode: string, year: number, today: string): Promise<InspectorLoad[]> {
  return tx.$queryRaw<InspectorLoad[]>`
    SELECT m.user_id AS "userId", u.display_name AS name, cardinality(m.school_ids) AS schools,
      coalesce(w.planned, 0)::int AS planned, coalesce(w.done, 0)::int AS done, coalesce(w.missed, 0)::int AS missed,
      (SELECT count(*) FROM unnest(m.school_ids) AS one(id) WHERE NOT EXISTS (SELECT 1 FROM visits v WHERE v.school_id = one.id AND v.visitor_id = m.user_id AND v.year = ${year}::int AND v.state IN ('recorded', 'acknowledged')))::int AS unvisited
    FROM memberships m JOIN users u ON u.id = m.user_id
      LEFT JOIN (SELECT visitor_id, count(*) FILTER (WHERE state <> 'cancelled') AS planned, count(*) FILTER (WHERE state IN ('recorded', 'acknowledged')) AS done, count(*) FILTER (WHERE state = 'planned' AND planned_on < ${today}::date) AS missed
        FROM visits WHERE division_code COLLATE "C" = ${divisionCode} AND year = ${year}::int GROUP BY visitor_id) w ON w.visitor_id = m.user_id
    WHERE m.office = 'inspector' AND m.division_code COLLATE "C" = ${divisionCode} AND m.retired_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= ${today}::date)
    ORDER BY u.display_name, m.user_id`;
}
