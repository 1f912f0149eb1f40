import type { Tx } from "@/lib/db/with-scope";
import { isMissed, type VisitKind, type VisitState } from "./rules";

/** A visit as lists show it; days are YYYY-MM-DD. */
export type VisitItem = { id: string; schoolId: string; school: string; year: number; kind: VisitKind; organiser: string; visitor: string; plannedOn: string; visitedOn: string | null; state: VisitState; approvalNumber: string; issues: number; missed: boolean };
export type VisitPart = { divisionCode?: string; schoolId?: string; visitorId?: string; year: number; state?: VisitState };

const PAGE = 50;

/** The visits in reach of one calendar year, by day; a page of 50 and how many there are. One query. */
export async function listVisits(tx: Tx, part: VisitPart, today: string, page = 1): Promise<{ visits: VisitItem[]; total: number; pages: number }> {
  const rows = await tx.$queryRaw<(Omit<VisitItem, "missed"> & { total: number })[]>`
    SELECT v.id, v.school_id AS "schoolId", s.name AS school, v.year, v.kind, v.organiser, v.visitor_name AS visitor, to_char(v.planned_on, 'YYYY-MM-DD') AS "plannedOn", to_char(v.visited_on, 'YYYY-MM-DD') AS "visitedOn",
      v.state, v.approval_number AS "approvalNumber", jsonb_array_length(v.issues) AS issues, count(*) OVER ()::int AS total
    FROM visits v JOIN schools s ON s.id = v.school_id
    WHERE v.year = ${part.year}::int AND (${part.divisionCode ?? null}::text IS NULL OR v.division_code COLLATE "C" = ${part.divisionCode ?? ""}) AND (${part.schoolId ?? null}::text IS NULL OR v.school_id = ${part.schoolId ?? ""})
      AND (${part.visitorId ?? null}::text IS NULL OR v.visitor_id = ${part.visitorId ?? ""}) AND (${part.state ?? null}::text IS NULL OR v.state = ${part.state ?? ""})
    ORDER BY coalesce(v.visited_on, v.planned_on) DESC, v.id LIMIT ${PAGE}::int OFFSET ${(page - 1) * PAGE}::int`;
  const total = rows[0]?.total ?? 0;
  return { visits: rows.map(({ total: _, ...row }) => ({ ...row, missed: isMissed(row, today) })), total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}
