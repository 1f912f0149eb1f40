import type { Tx } from "@/lib/db/with-scope";
import type { YearBefore } from "@/lib/findings/rules-county";
import { storedStages } from "./get-county-results";

/** The stored results of the year before, as far as they are compared; null where there are none. One query. */
export async function getYearBefore(tx: Tx, divisionCode: string, year: number): Promise<YearBefore | null> {
  const row = await tx.countyResult.findUnique({
    where: { divisionCode_year: { divisionCode, year: year - 1 } },
    select: { year: true, expected: true, reported: true, sections: true, compliantSections: true, stages: true },
  });
  return row ? { ...row, stages: storedStages.parse(row.stages) } : null;
}
