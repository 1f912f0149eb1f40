import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { findAppointment } from "./find-appointment";
import { faultsOfDays } from "./rules";
import type { ChangeInput } from "./schema";
import { expertAudit, expertPages, tellExpert } from "./write-appointment";

/** Other days or another task for an appointment that stands; the expert is told. */
export async function changeAppointment(tx: Tx, actor: Actor, input: ChangeInput) {
  const { row, appointment } = await findAppointment(tx, actor, input, "change");
  const { task, fromOn, untilOn } = input;
  const faults = faultsOfDays(fromOn, untilOn, shanghaiDay(new Date()), appointment.fromOn);
  if (Object.keys(faults).length > 0) throw new AppError("invalid", undefined, faults);
  await tx.certificationExpert.updateMany({ where: { id: appointment.id, version: appointment.version }, data: { task, fromOn: toDate(fromOn), untilOn: toDate(untilOn), updatedAt: new Date(), version: { increment: 1 } } });
  await tellExpert(tx, actor, appointment, "assigned", `实地核查的聘请有变动：${task}，${fromOn} 至 ${untilOn}`);
  return {
    value: { version: appointment.version + 1 }, message: `${appointment.name}的聘请已修改，并已通知本人。`,
    audit: expertAudit(row, "change", appointment, { from: { task: appointment.task, fromOn: appointment.fromOn, untilOn: appointment.untilOn }, to: { task, fromOn, untilOn } }), changed: expertPages(row, appointment.visitId),
  };
}
