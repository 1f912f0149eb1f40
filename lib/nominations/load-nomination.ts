import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { placeNames } from "@/lib/divisions/place-names";
import { notFoundError } from "@/lib/errors";
import { listEvidence, type EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import type { NominationCondition } from "./conditions";
import { findNomination, findNominationBatch, nominationRole, type NominationBatchRow, type NominationRow } from "./find-nomination";
import { readNominationConditions } from "./read-conditions";
import { SINGLE_ACTS, refuseNominationAct, type SingleAct } from "./rules";

export type NominationView = {
  place: Place; row: NominationRow; batch: NominationBatchRow; county: string; conditions: NominationCondition[]; files: EvidenceFile[]; acts: SingleAct[]; edits: boolean; reviews: boolean;
  review: { decision: string; reason: string; version: number } | null; events: { id: string; at: Date; byName: string; act: string; text: string; documentNumber: string }[];
};

/** One 推荐表, read from its county or from above; the conditions as they are now while it is being written, else as they were handed in. */
export async function readNomination(tx: Tx, actor: Actor, code: string, id: string): Promise<NominationView> {
  const place = await getPlace(tx, actor, code);
  const row = await findNomination(tx, id);
  if (!within(row.divisionCode, code)) throw notFoundError();
  const batch = await findNominationBatch(tx, row.batchId);
  const role = nominationRole(actor, row.divisionCode);
  const nameOf = await placeNames(tx, code, [row.divisionCode]);
  const events = await tx.nominationEvent.findMany({ where: { nominationId: id }, orderBy: [{ at: "desc" }, { id: "asc" }], select: { id: true, at: true, byName: true, act: true, text: true, documentNumber: true } });
  const edits = refuseNominationAct(row.state, "edit", role) === null;
  return {
    place, batch, county: nameOf(row.divisionCode), edits, events, reviews: refuseNominationAct(row.state, "review", role) === null,
    row: row.state === "province" && actor.office.level !== "province" ? { ...row, rank: null } : row,
    conditions: !edits && row.conditions ? row.conditions : await readNominationConditions(tx, row, batch),
    files: can(actor, "evidence.read") ? standingAt(await listEvidence(tx, actor, "nomination", { is: id })) : [],
    acts: SINGLE_ACTS.filter((act) => refuseNominationAct(row.state, act, role) === null),
    review: await tx.nominationReview.findUnique({ where: { nominationId: id }, select: { decision: true, reason: true, version: true } }),
  };
}

/** What the page of a 推荐表 shows. */
export const loadNomination = (actor: Actor, code: string, id: string): Promise<NominationView> => withScope(scopeOf(actor), (tx) => readNomination(tx, actor, code, id));
