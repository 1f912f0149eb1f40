import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { listOf, task } from "./shapes";
import { getTaskHead } from "./task-head";

type Row = { key: string; id: string; title: string; kind: string; level: string; group: string; state: string; leadUnit: string | null; jointUnits: string[]; dueDate: string | null; progress: number | null; division: string };
type Answer = z.infer<ReturnType<typeof listOf<typeof task>>>;

const EMPTY: Answer = { items: [], total: 0, nextCursor: null };

/** The tasks of a year in a division and below it, policy documents among them, paged by division and id. Two queries for a page. */
export async function listTaskPage(tx: Tx, actor: Actor, code: string, query: { year?: number; cursor?: string; limit: number }): Promise<Answer> {
  const head = await getTaskHead(tx, actor, code, query.year);
  if (head === null) return EMPTY;
  const { year, total } = head;
  const [low, high] = codeRange(code);
  const [division = "", id = ""] = query.cursor === undefined ? [] : [query.cursor.slice(0, 6), query.cursor.slice(7)];
  const rows = await tx.$queryRaw<Row[]>`
    WITH page AS (
      (SELECT id, title, kind, level, group_name, state, lead_unit_id, joint_unit_ids, due_on, CASE WHEN state = 'done' THEN 100 WHEN cardinality(measures) > 0 THEN NULL ELSE progress END AS progress, division_code
       FROM tasks WHERE year = ${year}::int AND retired_at IS NULL AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
         AND (division_code COLLATE "C", id COLLATE "C") > (${division} COLLATE "C", ${id} COLLATE "C")
       ORDER BY division_code COLLATE "C", id COLLATE "C" LIMIT ${query.limit + 1}::int)
      UNION ALL
      (SELECT code, title, 'policyDocument', 'county', '政策（制度）清单', state, NULL, '{}', issued_on, NULL, division_code
       FROM policy_documents WHERE retired_at IS NULL AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
         AND (division_code COLLATE "C", code COLLATE "C") > (${division} COLLATE "C", ${id} COLLATE "C")
       ORDER BY division_code COLLATE "C", code COLLATE "C" LIMIT ${query.limit + 1}::int)
    )
    SELECT p.division_code || ':' || p.id AS key, p.id, p.title, p.kind, p.level, p.group_name AS "group", p.state, u.name AS "leadUnit", p.due_on::text AS "dueDate", p.progress, p.division_code AS division,
      CASE WHEN cardinality(p.joint_unit_ids) = 0 THEN '{}' ELSE coalesce((SELECT array_agg(j.name ORDER BY j.name) FROM units j WHERE j.id = ANY (p.joint_unit_ids)), '{}') END AS "jointUnits"
    FROM page p LEFT JOIN units u ON u.id = p.lead_unit_id ORDER BY p.division_code COLLATE "C", p.id COLLATE "C" LIMIT ${query.limit + 1}::int`;
  const items = rows.slice(0, query.limit);
  return listOf(task).parse({ items, total, nextCursor: rows.length > query.limit ? (items.at(-1)?.key ?? null) : null });
}
