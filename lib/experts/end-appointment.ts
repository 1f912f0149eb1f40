import type { Actor } from "@/lib/access/actor";
import { logCase } from "@/lib/certification/write-event";
import type { Tx } from "@/lib/db/with-scope";
import { findAppointment } from "./find-appointment";
import type { EndInput } from "./schema";
import { expertAudit, expertPages, tellExpert } from "./write-appointment";

/** Ends an appointment before its last day; from then on nothing opens to the expert. What was entered stays. */
export async function endAppointment(tx: Tx, actor: Actor, input: EndInput) {
  const { row, appointment } = await findAppointment(tx, actor, input, "end");
  await tx.certificationExpert.updateMany({ where: { id: appointment.id, version: appointment.version }, data: { state: "ended", endedReason: input.reason, updatedAt: new Date(), version: { increment: 1 } } });
  await logCase(tx, actor, row, { act: "expert-end", toStage: row.stage, text: `${appointment.name}：${input.reason}` });
  await tellExpert(tx, actor, appointment, "returned", `实地核查的聘请已结束：${input.reason}`);
  return { value: {}, message: `${appointment.name}的聘请已结束，从现在起不能再进入。`, audit: expertAudit(row, "end", appointment, { reason: input.reason }), changed: expertPages(row, appointment.visitId) };
}
