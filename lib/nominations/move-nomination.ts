import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { refuseConditions } from "./conditions";
import { assertFreshNomination, findNomination, findNominationBatch, lockProvince, nominationRole, type NominationRow } from "./find-nomination";
import { readNominationConditions } from "./read-conditions";
import { nominationRule, nominationTo, refuseNominationAct } from "./rules";
import type { moveInput } from "./schema";
import { faultsOfAnswers } from "./template";
import { logNomination, nominationAudit, nominationPages, tellOfNomination } from "./write-event";

/** What is handed in is whole and meets the preconditions; they are kept as they were that day. @throws AppError invalid, state. */
async function checkWhole(tx: Tx, row: NominationRow) {
  const batch = await findNominationBatch(tx, row.batchId);
  const faults = faultsOfAnswers(batch.fields, row.answers, true);
  if (Object.keys(faults).length > 0) throw new AppError("invalid", `推荐表还有 ${Object.keys(faults).length} 个栏目没有填好。`, faults);
  const conditions = await readNominationConditions(tx, row, batch);
  const refusal = refuseConditions(conditions);
  if (refusal) throw new AppError("state", refusal);
  return conditions;
}

/** 报送, 撤回, 市级同意, 退回. @throws AppError state, invalid, conflict, notFound. */
export async function moveNomination(tx: Tx, actor: Actor, { id, version, act, reason }: z.infer<typeof moveInput>) {
  const seen = await findNomination(tx, id);
  await lockProvince(tx, seen.batchId, seen.divisionCode.slice(0, 2));
  const row = await findNomination(tx, id, true);
  const rule = nominationRule(act);
  const refusal = refuseNominationAct(row.state, act, nominationRole(actor, row.divisionCode));
  if (refusal) throw new AppError("state", refusal);
  assertFreshNomination(row, version);
  if (rule.reason && reason === "") throw new AppError("invalid", undefined, { reason: act === "return" ? "请写明退回的原因。" : "请写明意见。" });
  const state = nominationTo(act, row.skipsCity);
  const conditions = act === "submit" ? await checkWhole(tx, row) : null;
  await tx.nomination.update({ where: { id }, data: { state, rank: null, ...(conditions ? { conditions } : {}), version: { increment: 1 }, updatedBy: actor.userId, updatedAt: new Date() } });
  await logNomination(tx, actor, row, { act, text: reason });
  const next = state === "city" ? row.divisionCode.slice(0, 4) : state === "province" ? row.divisionCode.slice(0, 2) : row.divisionCode;
  await tellOfNomination(tx, actor, row, next, act === "return" ? "returned" : "assigned", act === "return" ? `先行创建推荐表被退回：${reason}` : "先行创建推荐表已报送，等待办理");
  return { value: { state }, message: rule.done, audit: nominationAudit(row, act, { from: row.state, to: state, reason, ...(conditions ? { conditions } : {}) }), changed: nominationPages(row) };
}
