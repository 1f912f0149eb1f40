import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertFreshRecord, holdTeaching, recordRole, teachingAudit, teachingPages } from "./find-record";
import { afterRecordAct, refuseRecordAct } from "./record-states";
import { cycleOf, submissionFaults, teachingFaults } from "./rules";
import type { EntryInput } from "./schema";

/** A school saves or submits its year; half-typed is kept, contradictions and an incomplete submission are named by field. */
export async function enterTeaching(tx: Tx, actor: Actor, { schoolId, year, version, submit, ...values }: EntryInput) {
  const record = await holdTeaching(tx, schoolId, year);
  const act = submit ? "submit" : "save";
  const refusal = refuseRecordAct(record.state, act, recordRole(actor, record));
  if (refusal) throw new AppError("state", refusal);
  assertFreshRecord(record, version);
  const starts = (await tx.teachingCycle.findMany({ where: { divisionCode: record.divisionCode }, select: { startYear: true } })).map(({ startYear }) => startYear);
  if (cycleOf(starts, year) === null) throw new AppError("state", `${year} 年不在本县的监测周期内，请县级教育行政部门先设定周期。`);
  const faults = submit ? submissionFaults(values) : teachingFaults(values);
  if (Object.keys(faults).length > 0) throw new AppError("invalid", undefined, faults);
  const state = afterRecordAct(act);
  const data = { ...values, state, enteredBy: actor.userId, updatedAt: new Date() };
  await tx.teachingRecord.upsert({ where: { schoolId_year: { schoolId, year } }, create: { schoolId, year, divisionCode: record.divisionCode, ...data }, update: { ...data, ...(submit ? { reason: "" } : {}), version: { increment: 1 } } });
  return { value: { version: version + 1 }, message: submit ? "已提交，等待县级确认。" : "已保存。", audit: teachingAudit(record, act, values), changed: teachingPages(record) };
}
