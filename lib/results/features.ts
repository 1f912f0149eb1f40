import type { SchoolFactRow } from "./school-fact-row";

/** What makes counties alike. `urbanShare` is null where there are no pupils. */
export type CountyFeatures = { pupils: number | null; urbanShare: number | null; smallSchools: number };
/** Fewer pupils than this make a school small. */
export const SMALL_SCHOOL = 100;

type Row = Pick<SchoolFactRow, "kind" | "area_type" | "primary_students" | "junior_students">;

/**
 * Pupils of a county's 小学 and 初中, the share of them in schools of the 城区, and schools with fewer than 100 pupils; special and
 * vocational schools are no part of it. The database says the same of a frozen submission (prisma/migrations/0042). Pure.
 */
export function featuresOf(rows: readonly Row[]): CountyFeatures {
  const schools = rows.filter(({ kind }) => kind !== "special" && kind !== "vocational").map((row) => ({ urban: row.area_type === "urban", n: (row.primary_students ?? 0) + (row.junior_students ?? 0) }));
  const sum = (list: typeof schools) => list.reduce((all, { n }) => all + n, 0);
  const pupils = sum(schools);
  return { pupils: schools.length === 0 ? null : pupils, urbanShare: pupils === 0 ? null : sum(schools.filter(({ urban }) => urban)) / pupils, smallSchools: schools.filter(({ n }) => n > 0 && n < SMALL_SCHOOL).length };
}
