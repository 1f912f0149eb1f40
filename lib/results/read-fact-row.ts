import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { schoolFactRow } from "./schema";
import type { SchoolFactRow } from "./school-fact-row";

/** The approved facts of a school and year; null when nothing is approved. */
export async function readFactRow(tx: Tx, schoolId: string, year: number): Promise<SchoolFactRow | null> {
  const { rows } = await asQuery(tx).query("SELECT * FROM school_facts WHERE school_id = $1 AND year = $2::int", [schoolId, year]);
  return rows.length === 0 ? null : schoolFactRow.parse(rows[0]);
}
