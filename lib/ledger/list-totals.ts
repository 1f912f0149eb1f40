import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { childLength, codeRange, type DivisionLevel } from "@/lib/divisions/codes";
import { OWNERS } from "./rules";

const counts = z.object({ total: z.number(), open: z.number(), doing: z.number(), waiting: z.number(), dataMet: z.number(), closed: z.number(), late: z.number(), month: z.number(), quarter: z.number(), half: z.number(), longer: z.number() });
/** How many entries stand where, how many are late, and since when those stand that are not closed. */
export type LedgerCounts = z.infer<typeof counts>;
export const NO_COUNTS: LedgerCounts = { total: 0, open: 0, doing: 0, waiting: 0, dataMet: 0, closed: 0, late: 0, month: 0, quarter: 0, half: 0, longer: 0 };
export const addCounts = (a: LedgerCounts, b: LedgerCounts): LedgerCounts => ({
  total: a.total + b.total, open: a.open + b.open, doing: a.doing + b.doing, waiting: a.waiting + b.waiting, dataMet: a.dataMet + b.dataMet, closed: a.closed + b.closed, late: a.late + b.late,
  month: a.month + b.month, quarter: a.quarter + b.quarter, half: a.half + b.half, longer: a.longer + b.longer,
});

/** Sums over groups of `n` entries of one state, due day and opening day; ages as in `AGES`. */
const SUMS = `coalesce(sum(g.n), 0)::int AS total, coalesce(sum(g.n) FILTER (WHERE g.state = 'open'), 0)::int AS open, coalesce(sum(g.n) FILTER (WHERE g.state = 'doing'), 0)::int AS doing, coalesce(sum(g.n) FILTER (WHERE g.state = 'waiting'), 0)::int AS waiting,
  coalesce(sum(g.n) FILTER (WHERE g.state = 'waiting' AND g.data_met), 0)::int AS "dataMet", coalesce(sum(g.n) FILTER (WHERE g.state = 'closed'), 0)::int AS closed, coalesce(sum(g.n) FILTER (WHERE g.due_on < $1::date AND g.state IN ('open', 'doing')), 0)::int AS late,
  coalesce(sum(g.n) FILTER (WHERE g.state <> 'closed' AND g.opened_on >= $1::date - 30), 0)::int AS month, coalesce(sum(g.n) FILTER (WHERE g.state <> 'closed' AND g.opened_on BETWEEN $1::date - 90 AND $1::date - 31), 0)::int AS quarter,
  coalesce(sum(g.n) FILTER (WHERE g.state <> 'closed' AND g.opened_on BETWEEN $1::date - 180 AND $1::date - 91), 0)::int AS half, coalesce(sum(g.n) FILTER (WHERE g.state <> 'closed' AND g.opened_on < $1::date - 180), 0)::int AS longer`;

const childRow = counts.extend({ code: z.string(), name: z.string(), counties: z.number() });
export type ChildLedger = z.infer<typeof childRow>;

/** One row a division below, from the counters that the database keeps. One query. */
export async function listLedgerTotals(tx: Tx, code: string, level: DivisionLevel, today: string): Promise<ChildLedger[]> {
  const { rows } = await asQuery(tx).query(
    `SELECT left(g.division_code, $4::int) AS code, d.name, count(DISTINCT g.division_code)::int AS counties, ${SUMS}
     FROM ledger_counts g JOIN divisions d ON d.code = left(g.division_code, $4::int) WHERE g.division_code COLLATE "C" >= $2 AND g.division_code COLLATE "C" < $3 GROUP BY 1, 2 ORDER BY 1`,
    [today, ...codeRange(code), childLength(level)],
  );
  return z.array(childRow).parse(rows);
}

const ownerRow = counts.extend({ owner: z.enum(OWNERS), unitId: z.string().nullable(), unit: z.string().nullable(), schoolId: z.string().nullable(), school: z.string().nullable() });
export type OwnerLedger = z.infer<typeof ownerRow>;

/** One row an owner of a county's entries: each school, each unit, the bureau; whoever is latest first. One query. */
export async function listOwnerTotals(tx: Tx, code: string, today: string): Promise<OwnerLedger[]> {
  const { rows } = await asQuery(tx).query(
    `WITH grouped AS (
       SELECT owner, unit_id, CASE WHEN owner = 'school' THEN school_id END AS school_id, max(school_name) AS school_name, state, due_on, opened_on, data_met, count(*) AS n FROM ledger_entries
       WHERE retired_at IS NULL AND division_code = $2 GROUP BY 1, 2, 3, 5, 6, 7, 8
     )
     SELECT g.owner, g.unit_id AS "unitId", u.name AS unit, g.school_id AS "schoolId", coalesce(s.name, max(g.school_name)) AS school, ${SUMS}
     FROM grouped g LEFT JOIN units u ON u.id = g.unit_id LEFT JOIN schools s ON s.id = g.school_id GROUP BY 1, 2, 3, 4, s.name, s.code ORDER BY late DESC, sum(g.n) FILTER (WHERE g.state <> 'closed') DESC NULLS LAST, s.code, u.name`,
    [today, code],
  );
  return z.array(ownerRow).parse(rows);
}

/** The counters of a county whole, or, for people of a unit, of what is in their reach. */
export async function countEntries(tx: Tx, code: string, today: string): Promise<LedgerCounts> {
  const { rows } = await asQuery(tx).query(
    `SELECT ${SUMS} FROM (SELECT state, due_on, opened_on, data_met, count(*) AS n FROM ledger_entries WHERE retired_at IS NULL AND division_code = $2 GROUP BY 1, 2, 3, 4) g`,
    [today, code],
  );
  return counts.parse(rows[0]);
}
