import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { conditionsOf } from "./conditions";
import { findBatch, findCase, handOf, type BatchRow, type CaseRow } from "./find-case";
import { refuseCaseAct } from "./machine";
import { readStanding } from "./read-standing";
import type { acceptInput } from "./schema";
import { computeSnapshot } from "./snapshot";
import { HOLDER } from "./stages";
import { getSnapshot } from "./take-snapshot";
import { bodyName, caseAudit, casePages, logCase } from "./write-event";

/** The conditions of a case now, from its snapshot where it has one, and the county's ledger. */
export async function readConditions(tx: Tx, row: CaseRow, batch: BatchRow) {
  const results = row.round > 0 ? computeSnapshot((await getSnapshot(tx, row.id, row.round)).inputs) : null;
  const basicProblemsOpen = await tx.ledgerEntry.count({ where: { divisionCode: row.divisionCode, source: "basic_balance", retiredAt: null, state: { not: "closed" } } });
  return conditionsOf({ assessedYear: batch.year, basicBalanceYear: row.basicBalanceYear, basicProblemsOpen, results });
}

/** 受理: the level that holds a submission takes it up; conditions that are not met are accepted only with words. */
export async function acceptCase(tx: Tx, actor: Actor, input: z.infer<typeof acceptInput>) {
  const row = await findCase(tx, input.caseId, true);
  const batch = await findBatch(tx, row.batchId);
  const refusal = refuseCaseAct(await readStanding(tx, row, batch, actor.office.divisionCode), "accept", handOf(actor, row.divisionCode));
  if (refusal) throw new AppError("state", refusal);
  const conditions = await readConditions(tx, row, batch);
  const unmet = conditions.filter(({ met }) => !met);
  if (unmet.length > 0 && input.note === "") throw new AppError("invalid", undefined, { note: `有 ${unmet.length} 项条件未满足（如“${unmet[0]?.label ?? ""}”），受理须说明理由；不受理的，请办理退回。` });
  const level = HOLDER[row.stage] ?? "county";
  await tx.certificationAcceptance.createMany({ data: { caseId: row.id, round: row.round, level, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, conditions, note: input.note, userId: actor.userId, byName: bodyName(actor) } });
  await logCase(tx, actor, row, { act: "accept", toStage: row.stage, text: input.note });
  return { value: {}, message: "已受理，可以逐项审核和安排实地核查。", audit: caseAudit(row, "accept", { round: row.round, level, unmet: unmet.map(({ key }) => key), note: input.note }), changed: casePages(row) };
}
