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

type DecisionRow = { outcome: string; state: string; handlerId: string; reviewerId: string | null };

/** A stored decision that is being checked or signed, as the rules ask for it. */
export function toOpen(row: DecisionRow | null | undefined): OpenDecision | null {
  const outcome = OUTCOMES.find((one) => one === row?.outcome);
  return row && outcome ? { outcome, state: row.state === "checked" ? "checked" : "drafted", handlerId: row.handlerId, reviewerId: row.reviewerId } : null;
}

/** The decision of a division that is being checked or signed. */
const findOpen = async (tx: Tx, caseId: string, issuerCode: string): Promise<OpenDecision | null> =>
  toOpen(await tx.certificationDecision.findFirst({ where: { caseId, issuerCode, state: { in: ["drafted", "checked"] } }, select: { outcome: true, state: true, handlerId: true, reviewerId: true } }));

/** What was read of a case's round, so that a page which shows it reads it once. */
export type StandingFacts = {
  reviews: readonly ReviewRow[];
  steps: readonly { step: string; result: string | null }[];
  /** Of every level. */
  visits: readonly { level: string; state: string }[];
  /** Levels that took the submission up. */
  accepted: readonly string[];
  /** Documents that the county has put in, by item; read while the case is its own. */
  brought: readonly string[];
  open: OpenDecision | null;
};

/** What the rules ask of a case, from what was read of it. Pure. */
export function standingOf(row: CaseRow, batch: BatchRow, { reviews, steps, visits, accepted, brought, open }: StandingFacts): Standing {
  const level = HOLDER[row.stage];
  const evaluates = level !== null && level !== "county";
  const own = countReviews(reviews.filter((review) => review.level === level));
  // A veto counts at whatever level it was found.
  const vetoes = reviews.filter(({ item }) => isVeto(item));
  const national = row.stage === "nation";
  const evaluated = row.stage === "city" || row.stage === "province" || national;
  const ownVisits = evaluates ? visits.filter((visit) => visit.level === level) : [];
  return {
    stage: row.stage, skipsCity: row.skipsCity, dueOn: row.dueOn, open, accepted: evaluates && accepted.includes(level),
    materialsMissing: missingMaterials(row.stage, [...brought]),
    itemsOpen: evaluated ? own.itemsOpen : 0, itemsUnmet: evaluated || row.stage === "verdict" ? own.itemsUnmet : 0,
    vetoesConfirmed: vetoes.filter(({ opinion }) => opinion === "confirmed").length, vetoesSuspected: vetoes.filter(({ opinion }) => opinion === "suspected").length,
    stepsOpen: national ? batch.steps.filter(({ key }) => !steps.some(({ step }) => step === key)).length : 0,
    stepsFailed: national ? steps.filter(({ result }) => result === "failed").length : 0,
    visitsOpen: ownVisits.filter(({ state }) => state === "planned").length, visitsDone: ownVisits.filter(({ state }) => state === "done").length,
    visitNeeded: row.stage === "city" || row.stage === "province" || (national && batch.steps.some(({ kind }) => kind === "visit")),
  };
}

/** Documents of a case that is in its county's hands, by item. */
export async function listBrought(tx: Tx, row: Pick<CaseRow, "id" | "stage">): Promise<string[]> {
  if (HOLDER[row.stage] !== "county") return [];
  return (await tx.fileLink.findMany({ where: { entity: "certification", entityId: row.id, retiredAt: null }, select: { item: true } })).map(({ item }) => item);
}

/** Everything that the rules ask of a case before a person of `issuer` acts. At most six queries. */
export async function readStanding(tx: Tx, row: CaseRow, batch: BatchRow, issuer: string): Promise<Standing> {
  const level = HOLDER[row.stage];
  const evaluates = level !== null && level !== "county";
  const round = { caseId: row.id, round: row.round };
  return standingOf(row, batch, {
    reviews: await listReviews(tx, row),
    steps: row.stage === "nation" ? await tx.certificationStep.findMany({ where: round, select: { step: true, result: true } }) : [],
    visits: evaluates ? await tx.certificationVisit.findMany({ where: { ...round, level }, select: { level: true, state: true } }) : [],
    accepted: evaluates ? (await tx.certificationAcceptance.findMany({ where: { ...round, level }, select: { level: true } })).map((one) => one.level) : [],
    brought: await listBrought(tx, row),
    open: await findOpen(tx, row.id, issuer),
  });
}
