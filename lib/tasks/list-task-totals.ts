import { shanghaiDay } from "@/lib/time";
import type { Tx } from "@/lib/db/with-scope";
import { childLength, codeRange, type DivisionLevel } from "@/lib/divisions/codes";

/** The work of the counties below one child division: counts of tasks, progress weighted as in `weightedProgress` (null: nothing to count). */
export type TaskTotals = { code: string; name: string; counties: number; filed: number; tasks: number; idle: number; doing: number; waiting: number; done: number; deferred: number; overdue: number; progress: number | null };

/** One row a division below, for a year. One query over the counters that the database keeps. */
export async function listTaskTotals(tx: Tx, code: string, level: DivisionLevel, year: number): Promise<TaskTotals[]> {
  const length = childLength(level);
  const [low, high] = codeRange(code);
  const today = shanghaiDay(new Date());
  return tx.$queryRaw<TaskTotals[]>`
    WITH work AS (
      SELECT division_code, sum(n) AS tasks,
        sum(n) FILTER (WHERE state = 'idle') AS idle, sum(n) FILTER (WHERE state = 'doing') AS doing, sum(n) FILTER (WHERE state = 'waiting') AS waiting,
        sum(n) FILTER (WHERE state = 'done') AS done, sum(n) FILTER (WHERE state = 'deferred') AS deferred,
        sum(n) FILTER (WHERE due_on < ${today}::date AND state NOT IN ('done', 'deferred')) AS overdue,
        sum(CASE state WHEN 'done' THEN weight * 100 ELSE points END) FILTER (WHERE state <> 'deferred') AS points, sum(weight) FILTER (WHERE state <> 'deferred') AS weight
      FROM task_counts WHERE year = ${year}::int AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
      GROUP BY division_code
    ), filed AS (
      SELECT DISTINCT division_code FROM task_filings WHERE year = ${year}::int AND state = 'filed' AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
    )
    SELECT left(w.division_code, ${length}::int) AS code, d.name, count(*)::int AS counties, count(f.division_code)::int AS filed,
      sum(w.tasks)::int AS tasks, coalesce(sum(w.idle), 0)::int AS idle, coalesce(sum(w.doing), 0)::int AS doing, coalesce(sum(w.waiting), 0)::int AS waiting, coalesce(sum(w.done), 0)::int AS done, coalesce(sum(w.deferred), 0)::int AS deferred, coalesce(sum(w.overdue), 0)::int AS overdue,
      (sum(w.points)::float8 / nullif(sum(w.weight), 0)) AS progress
    FROM work w JOIN divisions d ON d.code = left(w.division_code, ${length}::int) LEFT JOIN filed f ON f.division_code = w.division_code
    GROUP BY 1, 2 ORDER BY 1`;
}
