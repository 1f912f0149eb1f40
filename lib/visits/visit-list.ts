import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { refuseByList } from "./rules";

/** The county's limit of a year; null where it has set none. */
export async function visitLimit(tx: Tx, divisionCode: string, year: number): Promise<{ perSchool: number; version: number } | null> {
  return tx.visitLimit.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { perSchool: true, version: true } });
}

/** A place on the school's yearly list, or the sentence that says why there is none; one at a time for each school and year. */
export async function assertListRoom(tx: Tx, school: { id: string; name: string; divisionCode: string }, year: number, except?: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`visits:${school.id}:${year}`}))`;
  const counted = await tx.visit.count({ where: { schoolId: school.id, year, state: { not: "cancelled" }, ...(except ? { id: { not: except } } : {}) } });
  const limit = await visitLimit(tx, school.divisionCode, year);
  const refusal = refuseByList({ school: school.name, year, counted, limit: limit?.perSchool ?? null });
  if (refusal) throw new AppError("state", refusal, { schoolId: refusal });
}

/** The school of a visit in reach, still open. */
export async function visitedSchool(tx: Tx, id: string): Promise<{ id: string; name: string; divisionCode: string }> {
  const school = await tx.school.findUnique({ where: { id }, select: { id: true, name: true, divisionCode: true, closedOn: true } });
  if (!school) throw notFoundError();
  if (school.closedOn && school.closedOn <= new Date()) throw new AppError("invalid", undefined, { schoolId: "这所学校已经停办。" });
  return school;
}
