import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { findNomination, nominationRole } from "./find-nomination";
import { NOMINATION_ACTS, refuseNominationAct } from "./rules";
import type { reviewInput } from "./schema";
import { nominationAudit, nominationPages } from "./write-event";

/** The ministry's opinion on a reported nomination, with its reason; its own until the list is published. `version` is that of the opinion. */
export async function reviewNomination(tx: Tx, actor: Actor, { id, version, decision, reason }: z.infer<typeof reviewInput>) {
  const row = await findNomination(tx, id, true);
  const refusal = refuseNominationAct(row.state, "review", nominationRole(actor, row.divisionCode));
  if (refusal) throw new AppError("state", refusal);
  const before = await tx.nominationReview.findUnique({ where: { nominationId: id }, select: { decision: true, reason: true, version: true } });
  if ((before?.version ?? 0) !== version) throw new AppError("conflict", "审核意见刚被同事修改，请刷新后核对。", {}, { version: before?.version ?? 0 });
  const data = { decision, reason, userId: actor.userId, updatedAt: new Date() };
  if (before) await tx.nominationReview.update({ where: { nominationId: id }, data: { ...data, version: { increment: 1 } } });
  else await tx.nominationReview.createMany({ data: { nominationId: id, divisionCode: row.divisionCode, ...data } });
  return { value: { version: version + 1 }, message: NOMINATION_ACTS.review.done, audit: nominationAudit(row, "review", { from: before, to: { decision, reason } }), changed: nominationPages(row) };
}
