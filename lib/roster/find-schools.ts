import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import type { KnownSchool, SchoolPast } from "./rules";

/** Every school that a county ever listed, by code; held for this transaction: entries depend on each other. Two queries. */
export async function holdSchools(tx: Tx, divisionCode: string): Promise<KnownSchool[]> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`roster:${divisionCode}`}, 0))::text`;
  const rows = await tx.school.findMany({ where: { divisionCode }, orderBy: { code: "asc" }, select: { id: true, code: true, name: true, kind: true, parentSchoolId: true, counted: true, openedOn: true, closedOn: true, version: true } });
  return rows.map((row) => ({ ...row, openedOn: row.openedOn ? dayOf(row.openedOn) : null, closedOn: row.closedOn ? dayOf(row.closedOn) : null }));
}

/** The school that is being written, in the version that the person saw. @throws AppError notFound, conflict. */
export function pick(schools: readonly KnownSchool[], id: string, version: number): KnownSchool {
  const school = schools.find((one) => one.id === id);
  if (!school) throw notFoundError();
  if (school.version !== version) throw new AppError("conflict", "这所学校刚被同事修改，请刷新后核对再办理。", {}, { version: school.version });
  return school;
}

/** What binds a school's entry. One query. */
export async function readPast(tx: Tx, id: string): Promise<SchoolPast> {
  const [past] = await tx.$queryRaw<SchoolPast[]>`
    SELECT (SELECT count(*)::int FROM filings WHERE school_id = ${id}) AS filings,
      EXISTS (SELECT 1 FROM filings WHERE school_id = ${id} AND state IN ('submitted', 'resubmitted')) AS "underReview",
      (SELECT count(*)::int FROM schools WHERE parent_school_id = ${id} AND closed_on IS NULL) AS branches`;
  if (!past) throw notFoundError();
  return past;
}

/** Codes that are taken on the platform; `own` when by a school of this county. */
export async function listTaken(tx: Tx, codes: readonly string[]): Promise<Map<string, boolean>> {
  const rows = await tx.$queryRaw<{ code: string; own: boolean }[]>`SELECT code, own FROM school_codes_taken(${codes}::text[])`;
  return new Map(rows.map(({ code, own }) => [code, own]));
}

export const TAKEN_ELSEWHERE = "这个标识码已由别的县的学校使用，请核对；学校划转的，请先由原县办理停办。";
