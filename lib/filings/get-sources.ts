import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import type { Figures } from "@/lib/exchange/imported-fields";

const row = z.object({ statistics: z.record(z.string(), z.record(z.string(), z.number())).nullable(), campuses: z.array(z.string()) });

export type FilingSources = { statistics: Figures; campuses: string[] };

/** What a form shows beside the fields: the imported statistics, and the 不计校数 campuses whose figures the school's own include. One query. */
export async function getSources(tx: Tx, schoolId: string, year: number): Promise<FilingSources> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT (SELECT data FROM statistics_figures WHERE school_id = ${schoolId} AND year = ${year}::int) AS statistics,
      ARRAY(SELECT name FROM schools WHERE parent_school_id = ${schoolId} AND NOT counted AND closed_on IS NULL ORDER BY code COLLATE "C") AS campuses`;
  const { statistics, campuses } = row.parse(rows[0]);
  return { statistics: statistics ?? {}, campuses };
}
