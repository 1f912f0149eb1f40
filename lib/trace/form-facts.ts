import { isDeepStrictEqual } from "node:util";
import { toSchoolFacts } from "@/lib/filings/facts";
import { readFiling } from "@/lib/filings/read-data";
import { toItemFacts } from "@/lib/items/item-facts";
import { toFactRow, type SchoolFactRow } from "@/lib/results/school-fact-row";

/** Stored since 2026-11 (lib/items/schema): a row that does not say is the same as one that says nothing. */
const settled = ({ more, parent_code: _, ...row }: SchoolFactRow) => ({ ...row, more: { ...more, interactiveRooms: more.interactiveRooms ?? null } });

/**
 * Whether the facts that results are computed from are those of the approved form: taken from the form once more, by what the
 * register said when it was approved.
 */
export function sameAsForm(row: SchoolFactRow, form: unknown): boolean {
  const data = readFiling(form);
  const facts = toSchoolFacts({ code: row.code, name: row.name, kind: row.kind, operatorType: row.operator_type, areaType: row.area_type }, data);
  const place = { schoolId: row.school_id, year: row.year, divisionCode: row.division_code, number: row.number };
  return isDeepStrictEqual(settled(toFactRow(place, facts, toItemFacts(data))), settled(row));
}
