import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { assertFreshCase, findBatch, findCase, handOf } from "./find-case";
import { refuseDraft } from "./machine";
import { OUTCOME } from "./outcomes";
import { readStanding } from "./read-standing";
import type { DraftInput } from "./schema";
import { fingerprintOf, readSubmittable } from "./take-snapshot";
import { bodyName, casePages, ownAudit } from "./write-event";

/** 经办: drafts a decision of the body that holds the case. A submission remembers the data it was drafted on. */
export async function draftDecision(tx: Tx, actor: Actor, input: DraftInput) {
  const row = await findCase(tx, input.caseId, true);
  const standing = await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode);
  const today = shanghaiDay(new Date());
  const refusal = refuseDraft(standing, input.outcome, handOf(actor, row.divisionCode), today);
  if (refusal) throw new AppError("state", refusal);
  assertFreshCase(row, input.version);
  const rule = OUTCOME[input.outcome];
  if (rule.dated && input.mendBy === null) throw new AppError("invalid", undefined, { mendBy: "请填写整改期限。" });
  if (input.mendBy !== null && input.mendBy < today) throw new AppError("invalid", undefined, { mendBy: "整改期限不能早于今天。" });
  const basis = input.outcome === "apply" ? fingerprintOf(await readSubmittable(tx, row)) : "";
  const id = randomUUID();
  await tx.certificationDecision.createMany({
    data: {
      id, caseId: row.id, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, issuerName: bodyName(actor), round: row.round, stage: row.stage, outcome: input.outcome, opinion: input.opinion,
      mendBy: input.mendBy ? toDate(input.mendBy) : null, basis, handlerId: actor.userId, handlerName: actor.displayName,
    },
  });
  return { value: { id, version: 1 }, message: `“${rule.label}”已拟稿，等待审核。`, audit: ownAudit(actor, row, "draft", { decisionId: id, outcome: input.outcome, opinion: input.opinion, mendBy: input.mendBy }), changed: casePages(row) };
}
