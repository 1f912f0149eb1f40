import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { refuseStep } from "./batch-steps";
import { findBatch, findCase, handOf } from "./find-case";
import { refuseCaseAct } from "./machine";
import { readStanding } from "./read-standing";
import type { stepInput } from "./schema";
import { casePages, ownAudit } from "./write-event";

/** The result of one step of 国家认定, in the order of the batch. */
export async function recordStep(tx: Tx, actor: Actor, input: z.infer<typeof stepInput>) {
  const row = await findCase(tx, input.caseId, true);
  const batch = await findBatch(tx, row.batchId);
  const standing = await readStanding(tx, row, batch, actor.office.divisionCode);
  const refusal = refuseCaseAct(standing, "step", handOf(actor, row.divisionCode));
  if (refusal) throw new AppError("state", refusal);
  const known = await tx.certificationStep.findMany({ where: { caseId: row.id, round: row.round }, select: { step: true, result: true, version: true } });
  const early = refuseStep(batch.steps, known.map(({ step }) => step), input.step, input.result, standing);
  if (early) throw new AppError("state", early);
  if (input.result === "failed" && input.note === "") throw new AppError("invalid", undefined, { note: "未通过须写明情况。" });
  const before = known.find(({ step }) => step === input.step);
  if ((before?.version ?? 0) !== input.version) throw new AppError("conflict", "这一步的结果刚被同事修改，请刷新后核对。");
  const where = { caseId: row.id, round: row.round, step: input.step };
  const data = { result: input.result, note: input.note, userId: actor.userId, updatedAt: new Date() };
  if (before) await tx.certificationStep.updateMany({ where, data: { ...data, version: { increment: 1 } } });
  else await tx.certificationStep.createMany({ data: { ...where, ...data, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode } });
  return { value: { version: input.version + 1 }, message: "结果已记录。", audit: ownAudit(actor, row, "step", { step: input.step, from: before?.result ?? null, to: input.result, note: input.note }), changed: casePages(row) };
}
