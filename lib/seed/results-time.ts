import type { ClientBase } from "pg";
import { z } from "zod";

const row = z.object({ computed_at: z.date() });

/** When the results of a county and year were computed (UTC); null before. What a snapshot taken beside them remembers. */
export async function resultsTime(client: ClientBase, county: string, year: number): Promise<string | null> {
  const { rows } = await client.query("SELECT computed_at FROM county_results WHERE division_code = $1 AND year = $2", [county, year]);
  return rows[0] === undefined ? null : row.parse(rows[0]).computed_at.toISOString();
}
