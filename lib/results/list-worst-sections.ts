import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { section, type StoredSection } from "./list-sections";

const row = z.object({ schoolId: z.string(), complete: z.boolean(), result: section, total: z.number() });
export type WorstSections = { total: number; rows: StoredSection[] };

/** How many sections an overview shows; the rest has its own page. */
const SHOWN = 8;
const farthestFirst = (a: StoredSection, b: StoredSection) => a.standardCount - b.standardCount || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** The sections of a county that fail, the farthest from the standard first, and how many there are. One query. */
export async function listWorstSections(tx: Tx, divisionCode: string, year: number): Promise<WorstSections> {
  const { rows } = await asQuery(tx).query(`SELECT school_id AS "schoolId", complete, result, count(*) OVER ()::int AS total FROM section_results
    WHERE division_code = $1 AND year = $2::int AND complete AND NOT compliant ORDER BY standard_count, code COLLATE "C", stage DESC LIMIT ${SHOWN}`, [divisionCode, year]);
  const found = z.array(row).parse(rows);
  return { total: found[0]?.total ?? 0, rows: found.map(({ result, schoolId, complete }) => ({ ...result, schoolId, complete })) };
}

/** The same of sections that are at hand. */
export function worstOf(sections: StoredSection[]): WorstSections {
  const failing = sections.filter((one) => one.complete && !one.compliant).sort(farthestFirst);
  return { total: failing.length, rows: failing.slice(0, SHOWN) };
}
