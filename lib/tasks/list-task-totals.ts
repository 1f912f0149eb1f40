import { shanghaiDay } from "@/lib/time";
import type { Tx } from "@/lib/db/with-scope";
import { childLength, codeRange, type DivisionLevel } from "@/lib/divisions/codes";

/** The work of the counties below one child division: counts of tasks, progress weighted as in `weightedProgress` (null: nothing to count). */
export type TaskTotals = { code: string; name: string; counties: number; filed: number; tasks: number; idle: number; doing: number; waiting: number; done: number; deferred: number; overdue: number; progress: number | null };

/** One row a division below, for a year. One query, grouped by county first, so that the index of tasks serves it. */
export async function listTaskTotals(tx: Tx, code: string, level: DivisionLevel, year: number): Promise<TaskTotals[]> {
  const length = childLength(level);
  const [low, high] = codeRange(code);
  const today = shanghaiDay(new Date());
  return tx.$queryRaw<TaskTotals[]>`
    WITH work AS (
      SELECT division_code, count(*) AS tasks,
        count(*) FILTER (WHERE state = 'idle') AS idle, count(*) FILTER (WHERE state = 'doing') AS doing, count(*) FILTER (WHERE state = 'waiting') AS waiting,
        count(*) FILTER (WHERE state = 'done') AS done, count(*) FILTER (WHERE state = 'deferred') AS deferred,
        count(*) FILTER (WHERE due_on < ${today}::date AND state NOT IN ('done', 'deferred')) AS overdue,
        sum(weight * CASE state WHEN 'done' THEN 100 ELSE progress END) FILTER (WHERE state <> 'deferred') AS points, sum(weight) FILTER (WHERE state <> 'deferred') AS weight
      FROM tasks WHERE year = ${year}::int AND retired_at IS NULL AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
      GROUP BY division_code
    ), filed AS (
      SELECT DISTINCT division_code FROM task_filings WHERE year = ${year}::int AND state = 'filed' AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
    )
    SELECT left(w.division_code, ${length}::int) AS code, d.name, count(*)::int AS counties, count(f.division_code)::int AS filed,
      sum(w.tasks)::int AS tasks, sum(w.idle)::int AS idle, sum(w.doing)::int AS doing, sum(w.waiting)::int AS waiting, sum(w.done)::int AS done, sum(w.deferred)::int AS deferred, sum(w.overdue)::int AS overdue,
      (sum(w.points)::float8 / nullif(sum(w.weight), 0)) AS progress
    FROM work w JOIN divisions d ON d.code = left(w.division_code, ${length}::int) LEFT JOIN filed f ON f.division_code = w.division_code
    GROUP BY 1, 2 ORDER BY 1`;
}
