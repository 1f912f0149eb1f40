import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertFreshVisit, findVisit, roleIn, visitAudit, visitPages } from "./find-visit";
import { refuseVisitAct } from "./rules";
import type { AcknowledgeInput } from "./schema";

/** The school's principal confirms the record, with the school's own words where it has any. */
export async function acknowledgeVisit(tx: Tx, actor: Actor, input: AcknowledgeInput) {
  const visit = await findVisit(tx, input.visitId, true);
  const refusal = refuseVisitAct(visit.state, "acknowledge", roleIn(actor, visit));
  if (refusal) throw new AppError("state", refusal);
  assertFreshVisit(visit, input.version);
  await tx.visit.update({ where: { id: visit.id }, data: { state: "acknowledged", reply: input.reply, acknowledgedBy: actor.userId, acknowledgedAt: new Date(), updatedAt: new Date(), version: { increment: 1 } } });
  return { value: { version: visit.version + 1 }, message: "已确认访校记录。", audit: visitAudit(visit, "acknowledge", { reply: input.reply }), changed: visitPages(visit) };
}
