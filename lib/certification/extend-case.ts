import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { assertFreshCase, findBatch, findCase, handOf } from "./find-case";
import { refuseCaseAct } from "./machine";
import { readStanding } from "./read-standing";
import type { extendInput } from "./schema";
import { caseAudit, casePages, logCase, tellDivision } from "./write-event";

/** The nation sets another last day for the stage a case is in, with its reason. */
export async function extendCase(tx: Tx, actor: Actor, input: z.infer<typeof extendInput>) {
  const row = await findCase(tx, input.caseId, true);
  const refusal = refuseCaseAct(await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode), "extend", handOf(actor, row.divisionCode));
  if (refusal) throw new AppError("state", refusal);
  assertFreshCase(row, input.version);
  if (input.dueOn < shanghaiDay(new Date())) throw new AppError("invalid", undefined, { dueOn: "新的期限不能早于今天。" });
  await tx.certificationCase.updateMany({ where: { id: row.id, version: row.version }, data: { dueOn: toDate(input.dueOn), updatedAt: new Date(), version: { increment: 1 } } });
  await logCase(tx, actor, row, { act: "extend", toStage: row.stage, text: `${row.dueOn ? `由 ${row.dueOn} ` : ""}延至 ${input.dueOn}：${input.reason}` });
  await tellDivision(tx, actor, row, row.holder, "assigned", `办理期限延至 ${input.dueOn}`);
  return { value: { version: row.version + 1 }, message: `办理期限已延至 ${input.dueOn}。`, audit: caseAudit(row, "extend", { from: row.dueOn, to: input.dueOn, reason: input.reason }), changed: casePages(row) };
}
