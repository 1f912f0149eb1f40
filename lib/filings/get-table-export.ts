import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { schoolFactRow } from "@/lib/results/schema";
import { fromFactRow } from "@/lib/results/school-fact-row";
import { listLiveSchools } from "./list-live-schools";

export type TableExport = { schools: SchoolFacts[] };

/** The base table of a county and year by school code: approved facts, or the latest numbers (实时) with drafts. */
export async function getTableExport(tx: Tx, divisionCode: string, year: number, basis: "approved" | "live"): Promise<TableExport> {
  if (basis === "live") return { schools: (await listLiveSchools(tx, divisionCode, year)).map(fromFactRow) };
  const { rows } = await asQuery(tx).query(`SELECT * FROM school_facts WHERE division_code COLLATE "C" = $1 AND year = $2::int ORDER BY code COLLATE "C"`, [divisionCode, year]);
  return { schools: rows.map((row) => fromFactRow(schoolFactRow.parse(row))) };
}
