import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import type { BatchRow, CaseRow } from "./find-case";
import { OUTCOME, leadsTo, type Outcome } from "./outcomes";
import { HOLDER, STAGE_NAME, holderCode } from "./stages";
import { takeSnapshot } from "./take-snapshot";
import { openRelaxations } from "./open-relaxations";
import { logCase, tellDivision } from "./write-event";

type Signed = { outcome: Outcome; mendBy: Date | null; publishedOn: string | null; basis: string; opinion: string; documentNumber: string };

/** The last day of the stage that begins: what the decision set, what was set for mending, else the batch's. */
function dueAfter(row: CaseRow, batch: BatchRow, to: CaseRow["stage"], mendBy: string | null): string | null {
  if (mendBy !== null) return mendBy;
  return row.stage === "plan" ? row.dueOn : (batch.deadlines[to] ?? null);
}

/** What a signature brings about: the case moves, a submission is frozen, opinions are opened to the line, the next hands are told. */
export async function takeEffect(tx: Tx, actor: Actor, row: CaseRow, batch: BatchRow, signed: Signed) {
  const { outcome, opinion, documentNumber } = signed;
  const stage = leadsTo(outcome, row.stage, row.skipsCity);
  const holder = holderCode(stage, row.divisionCode);
  const frozen = outcome === "apply" ? await takeSnapshot(tx, actor, row, signed.basis) : null;
  const due = dueAfter(row, batch, stage, signed.mendBy ? dayOf(signed.mendBy) : null);
  const own = { caseId: row.id, round: row.round, issuerCode: actor.office.divisionCode };
  await tx.certificationReview.updateMany({ where: own, data: { published: true } });
  await tx.certificationStep.updateMany({ where: own, data: { published: true } });
  await logCase(tx, actor, row, { act: outcome, toStage: stage, text: opinion, documentNumber });
  const moved = await tx.certificationCase.updateMany({ where: { id: row.id, version: row.version }, data: { stage, holder, dueOn: due ? toDate(due) : null, round: frozen?.round ?? row.round, updatedAt: new Date(), version: { increment: 1 } } });
  if (moved.count !== 1) throw new AppError("conflict");
  const relaxed = outcome === "recognise" && signed.publishedOn !== null ? await openRelaxations(tx, actor, row, signed.publishedOn) : 0;
  const returned = outcome === "return";
  const title = `${OUTCOME[outcome].label}（${documentNumber}）：现在是“${STAGE_NAME[stage]}”`;
  // Whoever had it in hand is told that it was taken back.
  await tellDivision(tx, actor, row, outcome === "retract" ? row.holder : holder, returned ? "returned" : "assigned", title);
  if (HOLDER[row.stage] !== "county" && holder !== row.divisionCode) await tellDivision(tx, actor, row, row.divisionCode, returned ? "returned" : "assigned", title);
  return { stage, holder, round: frozen?.round ?? row.round, fingerprint: frozen?.fingerprint, message: `“${OUTCOME[outcome].label}”已签发（${documentNumber}），现在是“${STAGE_NAME[stage]}”${frozen ? "；报送的数据、标准和口径已存档" : ""}${relaxed > 0 ? `；${relaxed} 项按放宽条件达标，三年内跟踪到完整标准` : ""}。` };
}
