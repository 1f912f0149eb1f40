import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertFreshNomination, findNomination, findNominationBatch, nominationRole } from "./find-nomination";
import { refuseNominationAct } from "./rules";
import type { nominationInput } from "./schema";
import { faultsOfAnswers } from "./template";
import { nominationAudit, nominationPages } from "./write-event";

/** Saves the 推荐表 as far as it is written; answers to fields that the call does not have are not taken. @throws AppError state, conflict, invalid, notFound. */
export async function writeNomination(tx: Tx, actor: Actor, { id, version, answers, ...rest }: z.infer<typeof nominationInput>) {
  const row = await findNomination(tx, id, true);
  const refusal = refuseNominationAct(row.state, "edit", nominationRole(actor, row.divisionCode));
  if (refusal) throw new AppError("state", refusal);
  assertFreshNomination(row, version);
  const batch = await findNominationBatch(tx, row.batchId);
  const known = Object.fromEntries(batch.fields.map(({ key }) => [key, answers[key] ?? ""]));
  const faults = faultsOfAnswers(batch.fields, known, false);
  if (rest.basicBalanceYear !== null && rest.basicBalanceYear > batch.year) faults.basicBalanceYear = `不能晚于 ${batch.year} 年。`;
  if (Object.keys(faults).length > 0) throw new AppError("invalid", undefined, faults);
  await tx.nomination.update({ where: { id }, data: { ...rest, answers: { ...row.answers, ...known }, version: { increment: 1 }, updatedBy: actor.userId, updatedAt: new Date() } });
  return { value: { version: version + 1 }, message: "推荐表已保存。", audit: nominationAudit(row, "edit", { from: { answers: row.answers, basicBalanceYear: row.basicBalanceYear, leadership: row.leadership, ecology: row.ecology }, to: { answers: known, ...rest } }), changed: nominationPages(row) };
}
