import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { assertFreshRecord, recordRole } from "@/lib/teaching-cycle/find-record";
import { RECORD_ACTS, afterRecordAct, recordNeedsReason, refuseRecordAct } from "@/lib/teaching-cycle/record-states";
import { exchangeAudit, exchangePages, holdExchange } from "./find-exchange";
import type { ExchangeReviewInput } from "./schema";

/** The bureau confirms the counts of a school or of the county, or sends them back with a reason. */
export async function reviewExchange(tx: Tx, actor: Actor, { divisionCode, schoolId, year, version, act, reason }: ExchangeReviewInput) {
  const key = { divisionCode, year, schoolId };
  const row = await holdExchange(tx, key);
  const refusal = refuseRecordAct(row.state, act, recordRole(actor, { divisionCode, schoolId: schoolId || null }));
  if (refusal) throw new AppError("state", refusal);
  assertFreshRecord(row, version);
  if (recordNeedsReason(act) && reason.length < 2) throw new AppError("invalid", undefined, { reason: "请写明原因。" });
  await tx.exchangeYear.update({ where: { divisionCode_year_schoolId: key }, data: { state: afterRecordAct(act), reason: act === "confirm" ? "" : reason, confirmedBy: act === "confirm" ? actor.userId : null, updatedAt: new Date(), version: { increment: 1 } } });
  if (act !== "confirm" && schoolId !== "") await addNotice(tx, actor, key, { kind: "returned", title: `${year} 年度交流轮岗数据被退回：${reason}`, href: `/s/${schoolId}/exchange?year=${year}`, entity: "exchange-year", entityId: `${divisionCode}/${year}/${schoolId}` });
  return { value: { version: version + 1 }, message: `已${RECORD_ACTS[act].label}。`, audit: exchangeAudit(key, act, { reason }), changed: exchangePages(key) };
}
