import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertFreshVisit, findVisit, roleIn, visitAudit, visitPages } from "./find-visit";
import { refuseVisitAct } from "./rules";
import type { CancelInput } from "./schema";

/** Takes a planned visit off the list, with a reason; the row stays and is counted no more. */
export async function cancelVisit(tx: Tx, actor: Actor, input: CancelInput) {
  const visit = await findVisit(tx, input.visitId, true);
  const refusal = refuseVisitAct(visit.state, "cancel", roleIn(actor, visit));
  if (refusal) throw new AppError("state", refusal);
  assertFreshVisit(visit, input.version);
  await tx.visit.update({ where: { id: visit.id }, data: { state: "cancelled", reason: input.reason, updatedAt: new Date(), version: { increment: 1 } } });
  return { value: { version: visit.version + 1 }, message: "访校计划已取消，不再计入清单。", audit: visitAudit(visit, "cancel", { reason: input.reason }), changed: visitPages(visit) };
}
