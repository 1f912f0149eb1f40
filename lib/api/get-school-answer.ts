import type { Tx } from "@/lib/db/with-scope";
import { getSchool } from "@/lib/schools/get-school";
import { school } from "./shapes";

/** A school with the years of its filings. */
export async function getSchoolAnswer(tx: Tx, id: string) {
  const found = await getSchool(tx, id);
  const filings = await tx.filing.findMany({ where: { schoolId: id }, select: { year: true }, orderBy: { year: "desc" } });
  return school.parse({ ...found, division: found.divisionCode, years: filings.map((filing) => filing.year) });
}
