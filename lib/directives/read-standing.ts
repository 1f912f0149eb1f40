import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { listBehind } from "@/lib/targets/list-behind";
import { shanghaiDay } from "@/lib/time";
import type { Standing } from "./grounds";

const counts = z.object({ overdueEntries: z.number(), openEntries: z.number(), overdueTasks: z.number(), openFlags: z.number(), lateRequests: z.number() });
const within = (column: string) => `${column} COLLATE "C" >= $1 AND ${column} COLLATE "C" < $2`;
const COUNTS = `SELECT
  (SELECT coalesce(sum(n), 0) FROM ledger_counts WHERE ${within("division_code")} AND state IN ('open', 'doing') AND due_on < $3::date)::int AS "overdueEntries",
  (SELECT coalesce(sum(n), 0) FROM ledger_counts WHERE ${within("division_code")} AND state <> 'closed')::int AS "openEntries",
  (SELECT coalesce(sum(n), 0) FROM task_counts WHERE ${within("division_code")} AND state NOT IN ('done', 'deferred') AND due_on < $3::date)::int AS "overdueTasks",
  (SELECT count(*) FROM data_flags WHERE ${within("division_code")} AND state = 'open')::int AS "openFlags",
  (SELECT count(*) FROM support_requests WHERE ${within("to_division")} AND state = 'sent' AND due_on < $3::date)::int AS "lateRequests"`;

/** How a place stands in what can be pressed for. Two queries. */
export async function readStanding(tx: Tx, code: string): Promise<Standing> {
  const today = shanghaiDay(new Date());
  const found = counts.parse((await asQuery(tx).query(COUNTS, [...codeRange(code), today])).rows[0]);
  const behind = (await listBehind(tx, code, today)).filter((county) => county.progress === "behind");
  return { code, county: code.length === 6, behind: { counties: behind.length, reasons: behind.flatMap((county) => county.reasons) }, ...found };
}
