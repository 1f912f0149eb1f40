import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { initialsOf } from "@/lib/divisions/initials";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { holdSchools, listTaken, pick, readPast, TAKEN_ELSEWHERE } from "./find-schools";
import { NO_PAST, refuseSchool, type KnownSchool } from "./rules";
import type { addSchoolInput, changeSchoolInput, SchoolFields } from "./schema";

export const rosterPages = (divisionCode: string, schoolId?: string): string[] => [`/d/${divisionCode}/roster`, `/d/${divisionCode}/filings`, ...(schoolId ? [`/s/${schoolId}/overview`] : [])];
export const rosterAudit = (divisionCode: string, schoolId: string, act: string, detail: Record<string, unknown>) => ({ act: `school.${act}`, entity: "school", entityId: schoolId, divisionCode, schoolId, detail });

/** The columns of an entry. */
export const columnsOf = ({ parentCode, openedOn, name, ...fields }: SchoolFields, schools: readonly KnownSchool[]) => ({
  ...fields, name, pinyin: initialsOf(name), openedOn: openedOn ? toDate(openedOn) : null, parentSchoolId: schools.find(({ code }) => code === parentCode)?.id ?? null,
});

function assertFaultless(faults: Record<string, string>): void {
  if (Object.keys(faults).length > 0) throw new AppError("invalid", undefined, faults);
}

/** Lists a school of the county. @throws AppError invalid by field. */
export async function addSchool(tx: Tx, actor: Actor, { divisionCode, ...fields }: z.infer<typeof addSchoolInput>) {
  assertOwnCounty(actor, divisionCode);
  const schools = await holdSchools(tx, divisionCode);
  const taken = (await listTaken(tx, [fields.code])).get(fields.code);
  if (taken !== undefined) throw new AppError("invalid", undefined, { code: taken ? "本县已有学校使用这个标识码（含已停办的）。" : TAKEN_ELSEWHERE });
  assertFaultless(refuseSchool(fields, schools, null, NO_PAST, shanghaiDay(new Date())));
  const id = randomUUID();
  // Another county may be listing the same code at this moment: of two, one is told.
  const { count } = await tx.school.createMany({ data: { id, divisionCode, ...columnsOf(fields, schools) }, skipDuplicates: true });
  if (count === 0) throw new AppError("invalid", undefined, { code: TAKEN_ELSEWHERE });
  return { value: { id }, message: `${fields.name}已列入学校名录，可以为它建立账号。`, audit: rosterAudit(divisionCode, id, "add", fields), changed: rosterPages(divisionCode) };
}

/** Changes what is said of a school; figures that were filed stay as they were filed. @throws AppError invalid, conflict, notFound. */
export async function changeSchool(tx: Tx, actor: Actor, { divisionCode, schoolId, version, ...fields }: z.infer<typeof changeSchoolInput>) {
  assertOwnCounty(actor, divisionCode);
  const schools = await holdSchools(tx, divisionCode);
  const before = pick(schools, schoolId, version);
  if (before.closedOn !== null) throw new AppError("state", "已停办的学校不能修改；登记有误的，请先恢复在办。");
  const taken = fields.code === before.code ? undefined : (await listTaken(tx, [fields.code])).get(fields.code);
  if (taken !== undefined) throw new AppError("invalid", undefined, { code: taken ? "本县已有学校使用这个标识码（含已停办的）。" : TAKEN_ELSEWHERE });
  assertFaultless(refuseSchool(fields, schools.filter(({ id }) => id !== schoolId), before, await readPast(tx, schoolId), shanghaiDay(new Date())));
  await tx.school.updateMany({ where: { id: schoolId, version }, data: { ...columnsOf(fields, schools), version: { increment: 1 } } });
  const from = { code: before.code, name: before.name, kind: before.kind, counted: before.counted, parentSchoolId: before.parentSchoolId, openedOn: before.openedOn };
  return { value: { version: version + 1 }, message: `${fields.name}的信息已保存。`, audit: rosterAudit(divisionCode, schoolId, "change", { from, to: fields }), changed: rosterPages(divisionCode, schoolId) };
}
