import type { Tx } from "@/lib/db/with-scope";

/** Schools that report their own teachers for a year: open, of compulsory education, not filed through a 中心校. By code. */
export async function listExpected(tx: Tx, divisionCode: string, year: number): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM schools WHERE division_code COLLATE "C" = ${divisionCode} AND kind <> 'vocational' AND parent_school_id IS NULL
      AND (opened_on IS NULL OR opened_on <= make_date(${year}::int, 9, 1)) AND (closed_on IS NULL OR closed_on > make_date(${year}::int, 9, 1)) ORDER BY code COLLATE "C"`;
}
