import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";

export type FilingProgress = { expected: number; open: number; submitted: number; returned: number; approved: number; overdue: number };

/** How far the filings of a place and year are. One query. */
export async function countProgress(tx: Tx, code: string, year: number): Promise<FilingProgress> {
  const [low, high] = codeRange(code);
  const rows = await tx.$queryRaw<FilingProgress[]>`
    SELECT count(*)::int AS expected, count(*) FILTER (WHERE f.state = 'open')::int AS open,
      count(*) FILTER (WHERE f.state IN ('submitted', 'resubmitted'))::int AS submitted, count(*) FILTER (WHERE f.state = 'returned')::int AS returned,
      count(*) FILTER (WHERE f.state IN ('approved', 'correcting'))::int AS approved,
      count(*) FILTER (WHERE f.state = 'open' AND y.closes_on < (now() AT TIME ZONE 'Asia/Shanghai')::date AND NOT EXISTS (SELECT 1 FROM filing_exceptions e
        WHERE e.school_id = f.school_id AND e.year = f.year AND e.ends_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date))::int AS overdue
    FROM filings f JOIN filing_years y ON y.division_code = f.division_code AND y.year = f.year
    WHERE f.year = ${year}::int AND f.division_code COLLATE "C" >= ${low} AND f.division_code COLLATE "C" < ${high}`;
  return rows[0] ?? { expected: 0, open: 0, submitted: 0, returned: 0, approved: 0, overdue: 0 };
}
