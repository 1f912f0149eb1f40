import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertFreshRecord, recordRole } from "@/lib/teaching-cycle/find-record";
import { afterRecordAct, refuseRecordAct } from "@/lib/teaching-cycle/record-states";
import { exchangeAudit, exchangePages, holdExchange } from "./find-exchange";
import { exchangeFaults, exchangeSubmissionFaults } from "./rules";
import type { ExchangeInput } from "./schema";

/** A school, or the bureau for the whole county, saves or submits the counts of a year. */
export async function enterExchange(tx: Tx, actor: Actor, { divisionCode, schoolId, year, version, submit, ...counts }: ExchangeInput) {
  const row = await holdExchange(tx, { divisionCode, year, schoolId });
  const act = submit ? "submit" : "save";
  const refusal = refuseRecordAct(row.state, act, recordRole(actor, { divisionCode, schoolId: schoolId || null }));
  if (refusal) throw new AppError("state", refusal);
  assertFreshRecord(row, version);
  const faults: Record<string, string> = submit ? exchangeSubmissionFaults(counts) : exchangeFaults(counts);
  if (Object.keys(faults).length > 0) throw new AppError("invalid", undefined, faults);
  const data = { ...counts, state: afterRecordAct(act), enteredBy: actor.userId, updatedAt: new Date() };
  const key = { divisionCode, year, schoolId };
  await tx.exchangeYear.upsert({ where: { divisionCode_year_schoolId: key }, create: { ...key, ...data }, update: { ...data, ...(submit ? { reason: "" } : {}), version: { increment: 1 } } });
  return { value: { version: version + 1 }, message: submit ? "已提交，等待县级确认。" : "已保存。", audit: exchangeAudit(key, act, counts), changed: exchangePages(key) };
}
