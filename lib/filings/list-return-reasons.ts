import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";

const row = z.object({ schoolId: z.string(), opinion: z.string() });

/** Why the filings that now lie returned with their schools were returned: school → the county's opinion. One query. */
export async function listReturnReasons(tx: Tx, divisionCode: string, year: number): Promise<Record<string, string>> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT v.school_id AS "schoolId", v.opinion FROM filings f JOIN filing_versions v ON v.filing_id = f.id AND v.number = f.submitted_number
    WHERE f.division_code COLLATE "C" = ${divisionCode} AND f.year = ${year}::int AND f.state IN ('returned', 'correcting') AND v.decision = 'returned' AND v.opinion IS NOT NULL`;
  return Object.fromEntries(z.array(row).parse(rows).map(({ schoolId, opinion }) => [schoolId, opinion]));
}
