import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { findBatch, findCase, handOf } from "./find-case";
import { HAND_ACT_NAME, refuseHand } from "./machine";
import { OUTCOME, OUTCOMES } from "./outcomes";
import { readStanding } from "./read-standing";
import type { HandInput } from "./schema";
import { takeEffect } from "./take-effect";
import { caseAudit, casePages, ownAudit } from "./write-event";

const SELECT = { id: true, caseId: true, outcome: true, state: true, mendBy: true, basis: true, opinion: true, version: true } as const;

/** 审核, 签发, 退回经办 or 撤回. The case is locked first, so that of two hands one comes second and sees what the first did. */
export async function moveDecision(tx: Tx, actor: Actor, input: HandInput) {
  const seen = await tx.certificationDecision.findUnique({ where: { id: input.decisionId }, select: { caseId: true } });
  if (!seen) throw notFoundError();
  const row = await findCase(tx, seen.caseId, true);
  const decision = await tx.certificationDecision.findUnique({ where: { id: input.decisionId }, select: SELECT });
  const outcome = OUTCOMES.find((one) => one === decision?.outcome);
  if (!decision || !outcome) throw notFoundError();
  if (decision.state === "signed" || decision.state === "withdrawn") throw new AppError("state", decision.state === "signed" ? "这件决定已经签发，没有重复办理。" : "这件决定已经撤回。");
  const batch = await findBatch(tx, row.batchId);
  const today = shanghaiDay(new Date());
  const refusal = refuseHand(await readStanding(tx, row, batch, actor.office.divisionCode), input.act, handOf(actor, row.divisionCode), today);
  if (refusal) throw new AppError("state", refusal);
  if (decision.version !== input.version) throw new AppError("conflict", "这件决定刚被他人办理，请刷新后核对。", {}, { version: decision.version });
  if (input.act === "sendBack" && input.reason === "") throw new AppError("invalid", undefined, { reason: "请写明退回的原因。" });
  if (input.act === "sign" && input.documentNumber === null) throw new AppError("invalid", undefined, { documentNumber: "签发时须填写文号。" });
  if (input.act === "sign" && OUTCOME[outcome].published && input.publishedOn === null) throw new AppError("invalid", undefined, { publishedOn: "请填写公布日期。" });
  const now = new Date();
  const hand = { check: { state: "checked", reviewerId: actor.userId, reviewerName: actor.displayName, checkedAt: now }, sign: { state: "signed", signerId: actor.userId, signerName: actor.displayName, signedAt: now, documentNumber: input.documentNumber ?? "", publishedOn: input.publishedOn ? toDate(input.publishedOn) : null }, sendBack: { state: "withdrawn", sentBack: input.reason }, withdraw: { state: "withdrawn" } }[input.act];
  await tx.certificationDecision.updateMany({ where: { id: decision.id }, data: { ...hand, version: { increment: 1 } } });
  const effect = input.act === "sign" ? await takeEffect(tx, actor, row, batch, { ...decision, outcome, documentNumber: input.documentNumber ?? "", publishedOn: input.publishedOn }) : null;
  const said = { decisionId: decision.id, outcome };
  return {
    value: { stage: effect?.stage ?? row.stage },
    message: effect ? effect.message : `“${OUTCOME[outcome].label}”已${HAND_ACT_NAME[input.act]}。`,
    audit: effect
      ? caseAudit(row, input.act, { ...said, documentNumber: input.documentNumber, publishedOn: input.publishedOn, to: effect.stage, round: effect.round, fingerprint: effect.fingerprint })
      : ownAudit(actor, row, input.act, { ...said, reason: input.reason }),
    changed: [...casePages(row), ...(effect ? casePages({ ...row, holder: effect.holder }) : [])],
  };
}
