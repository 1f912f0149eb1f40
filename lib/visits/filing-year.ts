import type { Tx } from "@/lib/db/with-scope";

/** The filing year that the other pages of a school open with beside a calendar year of visits: the same where it has one, else its newest. */
export async function filingYearNear(tx: Tx, schoolId: string, year: number): Promise<number | null> {
  const years = await tx.filing.findMany({ where: { schoolId }, orderBy: { year: "desc" }, select: { year: true } });
  return years.find((filing) => filing.year === year)?.year ?? years[0]?.year ?? null;
}
