import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { assertFreshRecord, holdTeaching, recordRole, teachingAudit, teachingPages } from "./find-record";
import { RECORD_ACTS, afterRecordAct, recordNeedsReason, refuseRecordAct } from "./record-states";
import type { ReviewInput } from "./schema";

/** The bureau confirms a school's year with its own rating (县级综评), or sends it back with a reason. */
export async function reviewTeaching(tx: Tx, actor: Actor, { schoolId, year, version, act, countyRating, countyNote, reason }: ReviewInput) {
  const record = await holdTeaching(tx, schoolId, year);
  const refusal = refuseRecordAct(record.state, act, recordRole(actor, record));
  if (refusal) throw new AppError("state", refusal);
  assertFreshRecord(record, version);
  if (recordNeedsReason(act) && reason.length < 2) throw new AppError("invalid", undefined, { reason: "请写明原因。" });
  if (act === "confirm" && countyRating === null) throw new AppError("invalid", undefined, { countyRating: "请选择县级综评结果。" });
  const state = afterRecordAct(act);
  await tx.teachingRecord.update({
    where: { schoolId_year: { schoolId, year } },
    data: { state, updatedAt: new Date(), version: { increment: 1 }, ...(act === "confirm" ? { countyRating, countyNote, confirmedBy: actor.userId, reason: "" } : { reason, confirmedBy: null }) },
  });
  if (act !== "confirm") await addNotice(tx, actor, record, { kind: "returned", title: `${year} 年度教学质量监测记录被退回：${reason}`, href: `/s/${schoolId}/teaching?year=${year}`, entity: "teaching-record", entityId: `${schoolId}/${year}` });
  return { value: { version: version + 1 }, message: `已${RECORD_ACTS[act].label}。`, audit: teachingAudit(record, act, { countyRating, countyNote, reason }), changed: teachingPages(record) };
}
