import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import type { WorkLoad } from "@/lib/findings/rules-work";

const row = z.object({
  tasks: z.object({ tasks: z.number(), done: z.number(), overdue: z.number() }).nullable(),
  ledger: z.object({ total: z.number(), closed: z.number(), waiting: z.number(), late: z.number() }).nullable(),
});

/** The tasks of a year and the ledger of a place and all below it, from the counters that the database keeps; null where there is none. One query. */
export async function getWorkLoad(tx: Tx, code: string, year: number, today: string): Promise<WorkLoad> {
  const { rows } = await asQuery(tx).query(`SELECT
    (SELECT CASE WHEN sum(n) > 0 THEN jsonb_build_object('tasks', sum(n), 'done', coalesce(sum(n) FILTER (WHERE state = 'done'), 0),
        'overdue', coalesce(sum(n) FILTER (WHERE due_on < $4::date AND state NOT IN ('done', 'deferred')), 0)) END
      FROM task_counts WHERE year = $3::int AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2) AS tasks,
    (SELECT CASE WHEN sum(n) > 0 THEN jsonb_build_object('total', sum(n), 'closed', coalesce(sum(n) FILTER (WHERE state = 'closed'), 0), 'waiting', coalesce(sum(n) FILTER (WHERE state = 'waiting'), 0),
        'late', coalesce(sum(n) FILTER (WHERE due_on < $4::date AND state IN ('open', 'doing')), 0)) END
      FROM ledger_counts WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2) AS ledger`, [...codeRange(code), year, today]);
  const { tasks, ledger } = row.parse(rows[0]);
  return { tasks: tasks ? { year, ...tasks } : null, ledger };
}
