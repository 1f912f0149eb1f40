import type { Tx } from "@/lib/db/with-scope";
import { dayOf } from "@/lib/time";

export type CalendarView = {
  year: number;
  opensOn: string;
  closesOn: string;
  version: number;
  completed: boolean;
  exceptions: { schoolName: string; reason: string; endsOn: string }[];
};

/** The calendar of a county and year with its exceptions; null when the year was never opened. Two queries. */
export async function getCalendar(tx: Tx, divisionCode: string, year: number): Promise<CalendarView | null> {
  const row = await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } } });
  if (!row) return null;
  const exceptions = await tx.$queryRaw<{ name: string; reason: string; ends_on: Date }[]>`
    SELECT s.name, e.reason, e.ends_on FROM filing_exceptions e JOIN schools s ON s.id = e.school_id
    WHERE e.division_code COLLATE "C" = ${divisionCode} AND e.year = ${year}::int ORDER BY e.created_at`;
  return {
    year, opensOn: dayOf(row.opensOn), closesOn: dayOf(row.closesOn), version: row.version, completed: row.completedAt !== null,
    exceptions: exceptions.map((entry) => ({ schoolName: entry.name, reason: entry.reason, endsOn: dayOf(entry.ends_on) })),
  };
}
