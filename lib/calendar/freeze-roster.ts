import type { Tx } from "@/lib/db/with-scope";

/**
 * One filing a school that is open on 1 September of the year; a 村小 or 教学点 of a 中心校 is filed by it. Vocational schools
 * have no compulsory stage and do not file. Returns the number of schools; later openings and closures leave the roster alone.
 */
export async function freezeRoster(tx: Tx, divisionCode: string, year: number): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO filings (id, school_id, division_code, year, filed_by_school_id)
    SELECT 'f-' || s.id || '-' || ${year}::int, s.id, s.division_code, ${year}::int, coalesce(s.parent_school_id, s.id) FROM schools s
    WHERE s.division_code COLLATE "C" = ${divisionCode} AND s.kind <> 'vocational' AND s.counted
      AND (s.opened_on IS NULL OR s.opened_on <= make_date(${year}::int, 9, 1)) AND (s.closed_on IS NULL OR s.closed_on > make_date(${year}::int, 9, 1))
    ON CONFLICT (school_id, year) DO NOTHING`;
}
