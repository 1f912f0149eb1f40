import type { Tx } from "@/lib/db/with-scope";
import type { BatchRow, CaseRow } from "./find-case";
import type { OpenDecision, Standing } from "./machine";
import { missingMaterials } from "./materials";
import { OUTCOMES } from "./outcomes";
import { countReviews, isVeto, OPINIONS, type Opinion } from "./review-items";
import { HOLDER } from "./stages";

const opinionOf = (text: string): Opinion | undefined => OPINIONS.find((one) => one === text);

export type ReviewRow = { level: string; item: string; opinion: Opinion; note: string; version: number };

/** Opinions of this round that the reader may see. */
export async function listReviews(tx: Tx, row: Pick<CaseRow, "id" | "round">): Promise<ReviewRow[]> {
  const rows = await tx.certificationReview.findMany({ where: { caseId: row.id, round: row.round }, select: { level: true, item: true, opinion: true, note: true, version: true } });
  return rows.flatMap((one) => { const opinion = opinionOf(one.opinion); return opinion ? [{ ...one, opinion }] : []; });
}

/** The decision of a division that is being checked or signed. */
async function findOpen(tx: Tx, caseId: string, issuerCode: string): Promise<OpenDecision | null> {
  const row = await tx.certificationDecision.findFirst({ where: { caseId, issuerCode, state: { in: ["drafted", "checked"] } }, select: { outcome: true, state: true, handlerId: true, reviewerId: true } });
  const outcome = OUTCOMES.find((one) => one === row?.outcome);
  return row && outcome ? { outcome, state: row.state === "checked" ? "checked" : "drafted", handlerId: row.handlerId, reviewerId: row.reviewerId } : null;
}

/** Everything that the rules ask of a case before a person of `issuer` acts. At most six queries. */
export async function readStanding(tx: Tx, row: CaseRow, batch: BatchRow, issuer: string): Promise<Standing> {
  const level = HOLDER[row.stage];
  const reviews = await listReviews(tx, row);
  const own = countReviews(reviews.filter((review) => review.level === level));
  // A veto counts at whatever level it was found.
  const vetoes = reviews.filter(({ item }) => isVeto(item));
  const steps = row.stage === "nation" ? await tx.certificationStep.findMany({ where: { caseId: row.id, round: row.round }, select: { step: true, result: true } }) : [];
  const visits = level === null || level === "county" ? [] : await tx.certificationVisit.findMany({ where: { caseId: row.id, round: row.round, level }, select: { state: true } });
  const accepted = level === null || level === "county" ? null : await tx.certificationAcceptance.findUnique({ where: { caseId_round_level: { caseId: row.id, round: row.round, level } }, select: { level: true } });
  const brought = level === "county" ? await tx.fileLink.findMany({ where: { entity: "certification", entityId: row.id, retiredAt: null }, select: { item: true } }) : [];
  const evaluated = row.stage === "city" || row.stage === "province" || row.stage === "nation";
  return {
    stage: row.stage, skipsCity: row.skipsCity, dueOn: row.dueOn, open: await findOpen(tx, row.id, issuer), accepted: accepted !== null,
    materialsMissing: missingMaterials(row.stage, brought.map(({ item }) => item)),
    itemsOpen: evaluated ? own.itemsOpen : 0, itemsUnmet: evaluated || row.stage === "verdict" ? own.itemsUnmet : 0,
    vetoesConfirmed: vetoes.filter(({ opinion }) => opinion === "confirmed").length, vetoesSuspected: vetoes.filter(({ opinion }) => opinion === "suspected").length,
    stepsOpen: row.stage === "nation" ? batch.steps.filter(({ key }) => !steps.some(({ step }) => step === key)).length : 0,
    stepsFailed: steps.filter(({ result }) => result === "failed").length,
    visitsOpen: visits.filter(({ state }) => state === "planned").length, visitsDone: visits.filter(({ state }) => state === "done").length,
    visitNeeded: row.stage === "city" || row.stage === "province" || (row.stage === "nation" && batch.steps.some(({ kind }) => kind === "visit")),
  };
}
