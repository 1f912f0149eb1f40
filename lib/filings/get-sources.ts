import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import type { Figures } from "@/lib/exchange/imported-fields";
import { FILING_STATES } from "./states";

const branch = z.object({ id: z.string(), name: z.string(), state: z.enum(FILING_STATES) });
const row = z.object({ statistics: z.record(z.string(), z.record(z.string(), z.number())).nullable(), campuses: z.array(z.string()), branches: z.array(branch) });

/** `branches`: the 村小 and 教学点 that this school files for. */
export type FilingSources = { statistics: Figures; campuses: string[]; branches: z.infer<typeof branch>[] };

/** What a form shows beside the fields: the imported statistics, the 不计校数 campuses whose figures the school's own include, its branches. One query. */
export async function getSources(tx: Tx, schoolId: string, year: number): Promise<FilingSources> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT (SELECT data FROM statistics_figures WHERE school_id = ${schoolId} AND year = ${year}::int) AS statistics,
      ARRAY(SELECT name FROM schools WHERE parent_school_id = ${schoolId} AND NOT counted AND closed_on IS NULL ORDER BY code COLLATE "C") AS campuses,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'state', f.state) ORDER BY s.code COLLATE "C"), '[]') FROM filings f JOIN schools s ON s.id = f.school_id
        WHERE f.filed_by_school_id = ${schoolId} AND f.school_id <> ${schoolId} AND f.year = ${year}::int) AS branches`;
  const { statistics, ...rest } = row.parse(rows[0]);
  return { statistics: statistics ?? {}, ...rest };
}
