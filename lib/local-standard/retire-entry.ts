import type { Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { claimStandard } from "@/lib/results/hold-standard";
import { assertOwnOffice } from "./assert-own-office";
import { finish } from "./finish";
import type { RetireInput } from "./schema";

const retired = (actor: Actor, reason: string) => ({ retiredAt: new Date(), retiredBy: actor.userId, retiredReason: reason, version: { increment: 1 } });

function assertChanged(count: number, stands: boolean): void {
  if (count > 0) return;
  if (!stands) throw notFoundError();
  throw new AppError("conflict", "这一条刚被他人修改或停用，请刷新后再办理。");
}

/** Ends one's own raised threshold: it holds no more for any year that is not completed. The row stays. */
export async function retireOverride(tx: Tx, actor: Actor, { code, id, version, reason }: RetireInput) {
  assertOwnOffice(actor, code);
  await claimStandard(asQuery(tx), code);
  const { count } = await tx.thresholdOverride.updateMany({ where: { id, divisionCode: code, version, retiredAt: null }, data: retired(actor, reason) });
  assertChanged(count, (await tx.thresholdOverride.count({ where: { id, divisionCode: code } })) > 0);
  return finish(tx, actor, "已停用。", { act: "standard.retire", entity: "threshold_override", entityId: id, divisionCode: code, detail: { reason } });
}

/** Ends one's own choice of a reading, in the same way. */
export async function retireChoice(tx: Tx, actor: Actor, { code, id, version, reason }: RetireInput) {
  assertOwnOffice(actor, code);
  await claimStandard(asQuery(tx), code);
  const { count } = await tx.readingChoice.updateMany({ where: { id, divisionCode: code, version, retiredAt: null }, data: retired(actor, reason) });
  assertChanged(count, (await tx.readingChoice.count({ where: { id, divisionCode: code } })) > 0);
  return finish(tx, actor, "已停用。", { act: "standard.retire", entity: "reading_choice", entityId: id, divisionCode: code, detail: { reason } });
}
