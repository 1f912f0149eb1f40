import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { isRecordState, type RecordRole, type RecordState } from "./record-states";

export type TeachingRow = {
  schoolId: string; year: number; divisionCode: string; teachers: number | null; coveredYear: number | null; coveredCycle: number | null; selfRating: string | null; selfNote: string; countyRating: string | null; countyNote: string;
  experimentsRequired: number | null; experimentsDone: number | null; state: RecordState; reason: string; version: number;
};
export const TEACHING_SELECT = { schoolId: true, year: true, divisionCode: true, teachers: true, coveredYear: true, coveredCycle: true, selfRating: true, selfNote: true, countyRating: true, countyNote: true, experimentsRequired: true, experimentsDone: true, state: true, reason: true, version: true } as const;

export function toTeaching(row: Omit<TeachingRow, "state"> & { state: string }): TeachingRow {
  if (!isRecordState(row.state)) throw new AppError("state");
  return { ...row, state: row.state };
}

/** A record that nobody has begun. */
export const emptyTeaching = (schoolId: string, year: number, divisionCode: string): TeachingRow => ({
  schoolId, year, divisionCode, teachers: null, coveredYear: null, coveredCycle: null, selfRating: null, selfNote: "", countyRating: null, countyNote: "", experimentsRequired: null, experimentsDone: null, state: "draft", reason: "", version: 0,
});

/** How the person takes part in a yearly record of a school (or, null, of the whole county). */
export function recordRole(actor: Actor, place: { divisionCode: string; schoolId: string | null }): RecordRole | null {
  const { office } = actor;
  if (office.divisionCode !== place.divisionCode || !can(actor, "teacher-record.edit")) return null;
  if (office.level === "school") return office.schoolId === place.schoolId ? "school" : null;
  return can(actor, "teacher-record.confirm") ? "bureau" : null;
}

/** The record of a school in reach and year, one writer at a time; an empty one before its first entry. */
export async function holdTeaching(tx: Tx, schoolId: string, year: number): Promise<TeachingRow> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`teaching:${schoolId}:${year}`}))`;
  const school = await tx.school.findUnique({ where: { id: schoolId }, select: { divisionCode: true } });
  if (!school) throw notFoundError();
  const row = await tx.teachingRecord.findUnique({ where: { schoolId_year: { schoolId, year } }, select: TEACHING_SELECT });
  return row ? toTeaching(row) : emptyTeaching(schoolId, year, school.divisionCode);
}

export function assertFreshRecord(record: { version: number }, version: number): void {
  if (record.version !== version) throw new AppError("conflict", "这份记录刚被他人更新，请刷新后核对；您填写的内容还在本页。", {}, { version: record.version });
}

export const teachingPages = ({ divisionCode, schoolId }: { divisionCode: string; schoolId: string }): string[] => [`/d/${divisionCode}/teaching`, `/s/${schoolId}/teaching`];
export const teachingAudit = ({ divisionCode, schoolId, year }: { divisionCode: string; schoolId: string; year: number }, act: string, detail: Record<string, unknown>) => ({
  act: `teaching-record.${act}`, entity: "teaching-record", entityId: `${schoolId}/${year}`, divisionCode, schoolId, detail: { year, ...detail },
});
