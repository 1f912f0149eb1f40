import { scopeOf, type Actor } from "@/lib/access/actor";
import type { Duty } from "@/lib/access/duties";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { asQuery } from "@/lib/db/query";
import { withScope, type Tx } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { listEvidence, type EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { readInputs } from "@/lib/results/recompute-county";
import { dateText, dayOf, shanghaiDay } from "@/lib/time";
import { readConditions } from "./accept-case";
import type { Condition } from "./conditions";
import { CASE_SELECT, findBatch, handOf, toCase, type BatchRow, type CaseRow } from "./find-case";
import { CASE_ACTS, HAND_ACTS, refuseCaseAct, refuseDraft, refuseHand, type CaseAct, type Hand, type HandAct, type Standing } from "./machine";
import { MATERIALS, type Material } from "./materials";
import type { MonitorConclusion } from "./monitor-names";
import type { WatchYear } from "./monitoring";
import { OUTCOMES, outcomesAt, type Outcome } from "./outcomes";
import { readRelaxations, type RelaxationView } from "./read-relaxations";
import { listBrought, listReviews, standingOf, toOpen } from "./read-standing";
import { readWatch } from "./read-warnings";
import { refuseRelaxation, type RelaxationAct } from "./relaxed";
import { countReviews, REVIEW_ITEMS } from "./review-items";
import { conditionsShape } from "./schema";
import { HOLDER, LEVELS, isStage, type Level, type Stage } from "./stages";
import { fingerprintOf } from "./take-snapshot";
import { drawWay, type WayStep } from "./way";

export type DecisionView = { id: string; outcome: Outcome; state: string; issuerName: string; opinion: string; documentNumber: string; publishedOn: string | null; mendBy: string | null; sentBack: string; handlerName: string; reviewerName: string | null; signerName: string | null; signedOn: string | null; version: number };
export type EventView = { id: string; at: Date; byName: string; act: string; text: string; documentNumber: string };
export type VisitView = { id: string; level: Level; plannedOn: string; team: string; seed: string; pool: number; drawn: { code: string; name: string }[]; state: string; findings: string; mine: boolean };
export type AcceptanceView = { level: Level; byName: string; day: string; note: string; conditions: Condition[] };
export type StepView = { key: string; name: string; result: string | null; note: string; version: number };
export type ReviewProgress = { level: Level; given: number; total: number; unmet: number; vetoes: number };

export type MonitorView = { year: number; issuerCode: string; conclusion: MonitorConclusion; note: string; byName: string; version: number; mine: boolean };

export type CaseView = {
  row: CaseRow; batch: BatchRow; way: WayStep[]; level: Level | null; standing: Standing; mayDecide: { outcome: Outcome; refusal: string | null }[]; acts: CaseAct[]; duties: readonly Duty[];
  open: DecisionView | null; handActs: HandAct[]; lastDraft: DecisionView | null; decisions: DecisionView[]; events: EventView[]; visits: VisitView[]; acceptances: AcceptanceView[]; conditions: Condition[] | null;
  materials: (Material & { files: EvidenceFile[]; open: boolean })[];
  steps: StepView[]; progress: ReviewProgress[]; snapshot: { round: number; day: string; mark: string } | null; changedSince: boolean; monitors: MonitorView[];
  /** The running years since the figures that it was recognised by. */
  watch: WatchYear[]; relaxations: RelaxationView[]; follows: { plan: boolean; confirm: boolean; add: boolean; schools: { code: string; name: string }[] };
};
export type CertificationView = { place: Place; today: string; view: CaseView | null; mayOpen: { id: string; name: string; due: string | null }[] };

const levelOf = (text: string): Level => LEVELS.find((one) => one === text) ?? "county";
const DECISION = { id: true, outcome: true, state: true, issuerName: true, opinion: true, documentNumber: true, publishedOn: true, mendBy: true, sentBack: true, handlerName: true, reviewerName: true, signerName: true, signedAt: true, version: true, handlerId: true, reviewerId: true, issuerCode: true } as const;

async function listDecisions(tx: Tx, caseId: string): Promise<(DecisionView & { handlerId: string; reviewerId: string | null; issuerCode: string })[]> {
  const rows = await tx.certificationDecision.findMany({ where: { caseId }, orderBy: [{ draftedAt: "desc" }, { id: "asc" }], select: DECISION });
  return rows.flatMap(({ signedAt, publishedOn, mendBy, ...row }) => {
    const outcome = OUTCOMES.find((one) => one === row.outcome);
    return outcome ? [{ ...row, outcome, publishedOn: publishedOn ? dayOf(publishedOn) : null, mendBy: mendBy ? dayOf(mendBy) : null, signedOn: signedAt ? shanghaiDay(signedAt) : null }] : [];
  });
}

async function listVisits(tx: Tx, actor: Actor, row: CaseRow): Promise<(VisitView & { round: number })[]> {
  const rows = await tx.certificationVisit.findMany({ where: { caseId: row.id }, orderBy: [{ plannedOn: "desc" }, { id: "asc" }], select: { id: true, round: true, level: true, issuerCode: true, plannedOn: true, team: true, seed: true, pool: true, drawn: true, state: true, findings: true } });
  const names = new Map((await tx.school.findMany({ where: { code: { in: rows.flatMap(({ drawn }) => drawn) } }, select: { code: true, name: true } })).map(({ code, name }) => [code, name]));
  return rows.map(({ issuerCode, ...visit }) => ({ ...visit, level: levelOf(visit.level), plannedOn: dayOf(visit.plannedOn), drawn: visit.drawn.map((code) => ({ code, name: names.get(code) ?? code })), mine: issuerCode === actor.office.divisionCode }));
}

/** The documents of a course, by stage; what is being put together is of whoever does it. */
async function listMaterials(tx: Tx, actor: Actor, row: CaseRow, by: Level | null): Promise<CaseView["materials"]> {
  const files = can(actor, "evidence.read") ? standingAt(await listEvidence(tx, actor, "certification", { is: row.id })) : [];
  return MATERIALS.flatMap((material) => {
    const own = files.filter((file) => file.item === material.item);
    const open = material.by === by && material.stage === row.stage;
    return own.length > 0 || open ? [{ ...material, files: own, open }] : [];
  });
}

/** The beginning of a fingerprint as a number that two people can read to each other. */
const markOf = (fingerprint: string): string => BigInt(`0x${fingerprint.slice(0, 10)}`).toString().padStart(13, "0");

/** Whether the county's approved data is still what was submitted. */
async function hasChanged(tx: Tx, row: CaseRow, { fingerprint, resultsAt }: { fingerprint: string; resultsAt: Date | null }): Promise<boolean> {
  // Whatever changes the data or the standard computes the results anew: the same results mean that nothing did.
  const results = await tx.countyResult.findUnique({ where: { divisionCode_year: { divisionCode: row.divisionCode, year: row.figuresYear } }, select: { computedAt: true } });
  if (results && resultsAt && results.computedAt.getTime() === resultsAt.getTime()) return false;
  const { facts, county, expected, standard } = await readInputs(asQuery(tx), row.divisionCode, row.figuresYear);
  return fingerprintOf({ divisionCode: row.divisionCode, year: row.figuresYear, rows: facts, county, expected, standard }) !== fingerprint;
}

const AFTER: readonly Stage[] = ["recognised", "correction", "recheck", "revoked"];

/** What follows recognition; nothing is read of a case that has not come so far. */
async function readAfter(tx: Tx, actor: Actor, row: CaseRow, batch: BatchRow, hand: Hand, today: string): Promise<Pick<CaseView, "monitors" | "watch" | "relaxations" | "follows">> {
  if (!AFTER.includes(row.stage)) return { monitors: [], watch: [], relaxations: [], follows: { plan: false, confirm: false, add: false, schools: [] } };
  const monitors = await tx.certificationMonitor.findMany({ where: { caseId: row.id }, orderBy: [{ year: "desc" }, { issuerCode: "asc" }], select: { year: true, issuerCode: true, conclusion: true, note: true, byName: true, version: true } });
  const may = (act: RelaxationAct) => refuseRelaxation(row.stage, act, hand.level, hand.ownCounty, false, null) === null;
  return {
    monitors: monitors.map((one) => ({ ...one, conclusion: one.conclusion === "slipped" ? "slipped" : "held", mine: one.issuerCode === actor.office.divisionCode })),
    watch: await readWatch(tx, row, batch.year),
    relaxations: await readRelaxations(tx, row.id, row.divisionCode, today),
    follows: { plan: may("plan"), confirm: may("confirm"), add: may("add"), schools: may("add") ? await tx.school.findMany({ where: { divisionCode: row.divisionCode, closedOn: null }, orderBy: { code: "asc" }, select: { code: true, name: true } }) : [] },
  };
}

async function viewOf(tx: Tx, actor: Actor, row: CaseRow, today: string): Promise<CaseView> {
  const batch = await findBatch(tx, row.batchId);
  const hand = handOf(actor, row.divisionCode);
  const decisions = await listDecisions(tx, row.id);
  const open = decisions.find(({ state, issuerCode }) => (state === "drafted" || state === "checked") && issuerCode === actor.office.divisionCode) ?? null;
  const events = await tx.certificationEvent.findMany({ where: { caseId: row.id }, orderBy: [{ at: "asc" }, { id: "asc" }], select: { id: true, at: true, byName: true, act: true, fromStage: true, toStage: true, text: true, documentNumber: true } });
  const reviews = await listReviews(tx, row);
  const results = new Map((await tx.certificationStep.findMany({ where: { caseId: row.id, round: row.round }, select: { step: true, result: true, note: true, version: true } })).map((step) => [step.step, step]));
  const frozen = row.round === 0 ? null : await tx.certificationSnapshot.findUnique({ where: { caseId_round: { caseId: row.id, round: row.round } }, select: { round: true, takenAt: true, resultsAt: true, fingerprint: true } });
  const accepted = await tx.certificationAcceptance.findMany({ where: { caseId: row.id, round: row.round }, orderBy: { at: "asc" }, select: { level: true, byName: true, at: true, note: true, conditions: true } });
  const visits = await listVisits(tx, actor, row);
  const standing = standingOf(row, batch, {
    reviews, steps: [...results.values()], visits: visits.filter(({ round }) => round === row.round), accepted: accepted.map(({ level }) => level), brought: await listBrought(tx, row), open: toOpen(open),
  });
  const acts = CASE_ACTS.filter((act) => refuseCaseAct(standing, act, hand) === null);
  const evaluates = hand.level !== null && hand.level !== "county";
  const way = events.flatMap(({ fromStage, toStage, at, ...event }) => (isStage(fromStage) && isStage(toStage) ? [{ ...event, fromStage, toStage, day: dateText(at) }] : []));
  return {
    row, batch, standing, open, decisions: decisions.filter(({ state }) => state === "signed"), acts, level: hand.level, duties: hand.duties, way: drawWay(row.stage, row.skipsCity, way),
    mayDecide: outcomesAt(row.stage, hand.level).map((outcome) => ({ outcome, refusal: refuseDraft(standing, outcome, hand, today) })),
    handActs: HAND_ACTS.filter((act) => refuseHand(standing, act, hand, today) === null),
    lastDraft: decisions.find(({ state, handlerId }) => state === "withdrawn" && handlerId === actor.userId) ?? null,
    events: [...events].reverse(), visits,
    acceptances: accepted.map(({ at, level, conditions, ...rest }) => ({ ...rest, level: levelOf(level), day: dateText(at), conditions: conditionsShape.parse(conditions) })),
    conditions: acts.includes("accept") ? await readConditions(tx, row, batch) : null,
    materials: await listMaterials(tx, actor, row, HOLDER[row.stage] === hand.level && open === null && (hand.level === "county" || !hand.ownCounty) && can(actor, "evidence.edit") ? hand.level : null),
    steps: batch.steps.map(({ key, name }) => ({ key, name, result: results.get(key)?.result ?? null, note: results.get(key)?.note ?? "", version: results.get(key)?.version ?? 0 })),
    progress: (["city", "province", "nation"] as const).flatMap((level) => {
      const given = reviews.filter((review) => review.level === level);
      const count = countReviews(given);
      return given.length === 0 ? [] : [{ level, given: REVIEW_ITEMS.length - count.itemsOpen, total: REVIEW_ITEMS.length, unmet: count.itemsUnmet, vetoes: count.vetoesConfirmed + count.vetoesSuspected }];
    }),
    snapshot: frozen ? { round: frozen.round, day: dateText(frozen.takenAt), mark: markOf(frozen.fingerprint) } : null,
    changedSince: frozen !== null && evaluates && HOLDER[row.stage] !== null ? await hasChanged(tx, row, frozen) : false,
    ...(await readAfter(tx, actor, row, batch, hand, today)),
  };
}

/** What /d/[code]/certification of a county shows: its latest course, and what the reader may do in it now. */
export async function loadCase(actor: Actor, code: string): Promise<CertificationView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const today = shanghaiDay(new Date());
    const cases = await tx.certificationCase.findMany({ where: { divisionCode: code }, orderBy: [{ openedAt: "desc" }, { id: "asc" }], select: CASE_SELECT });
    const row = cases[0] ? toCase(cases[0]) : null;
    const view = row ? await viewOf(tx, actor, row, today) : null;
    const free = row === null || HOLDER[row.stage] === null;
    const applies = free && can(actor, "certification.apply") && actor.office.divisionCode === code;
    const batches = applies ? await tx.certificationBatch.findMany({ where: { id: { notIn: cases.map(({ batchId }) => batchId) } }, orderBy: { year: "desc" }, select: { id: true } }) : [];
    const open = await Promise.all(batches.map(({ id }) => findBatch(tx, id)));
    return { place, today, view, mayOpen: open.map(({ id, name, deadlines }) => ({ id, name, due: deadlines.nomination ?? null })).filter(({ due }) => due === null || due >= today) };
  });
}
