import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { SchoolFactRow } from "./school-fact-row";

const isRow = (row: unknown): row is SchoolFactRow => typeof row === "object" && row !== null && "school_id" in row && "more" in row;

/** The approved facts of a school and year; null when nothing is approved. */
export async function readFactRow(tx: Tx, schoolId: string, year: number): Promise<SchoolFactRow | null> {
  const { rows } = await asQuery(tx).query("SELECT * FROM school_facts WHERE school_id = $1 AND year = $2::int", [schoolId, year]);
  const [row] = rows;
  return isRow(row) ? row : null;
}
