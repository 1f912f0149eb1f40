import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { findExpertVisit } from "@/lib/experts/find-expert-visit";
import { findBatch, findCase, handOf, type CaseRow } from "./find-case";
import { refuseCaseAct } from "./machine";
import { readStanding } from "./read-standing";

/** A visit that is under way and this person's body may write in, with its case locked. @throws AppError notFound, state. */
export async function findOwnVisit(tx: Tx, actor: Actor, visitId: string) {
  const seen = await tx.certificationVisit.findUnique({ where: { id: visitId }, select: { caseId: true } });
  if (!seen) throw notFoundError();
  const row = await findCase(tx, seen.caseId, true);
  const hand = handOf(actor, row.divisionCode);
  const refusal = refuseCaseAct(await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode), "visit", hand);
  if (refusal) throw new AppError("state", refusal);
  const visit = await tx.certificationVisit.findUnique({ where: { id: visitId, level: hand.level ?? "county", round: row.round }, select: { id: true, drawn: true, state: true, plannedOn: true, version: true } });
  if (!visit) throw new AppError("state", "这次实地核查不属于现在的办理环节。");
  if (visit.state === "done") throw new AppError("state", "这次实地核查已经办结。");
  return { row, visit, level: hand.level ?? "county" };
}

/** The visit in which a figure is entered: by a person of the body that goes, or by an expert whom it appointed. */
export async function findWritableVisit(tx: Tx, actor: Actor, visitId: string): Promise<{ row: CaseRow; visit: { id: string; drawn: string[] }; issuerCode: string }> {
  if (actor.office.office !== "expert") return { ...(await findOwnVisit(tx, actor, visitId)), issuerCode: actor.office.divisionCode };
  const { row, visit } = await findExpertVisit(tx, visitId);
  return { row, visit: { id: visit.visitId, drawn: visit.drawn }, issuerCode: visit.issuerCode };
}
