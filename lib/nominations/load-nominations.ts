import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { placeNames } from "@/lib/divisions/place-names";
import { dayOf, shanghaiDay } from "@/lib/time";
import { listNominationBatches, listNominations, nominationRole, type NominationBatchRow } from "./find-nomination";
import { isLate, type NominationState } from "./rules";

export type NominationLine = { id: string; code: string; county: string; state: NominationState; rank: number | null; late: boolean; version: number; review: { decision: string; reason: string; version: number } | null };
export type PublishedList = { id: string; title: string; documentNumber: string; publishedOn: string; counties: string[] };
export type NominationsView = {
  place: Place; batches: Pick<NominationBatchRow, "id" | "name">[]; batch: NominationBatchRow | null; late: boolean; lines: NominationLine[]; lists: PublishedList[]; reportedBefore: number;
  /** What the reader may do from the list. */
  may: { begin: boolean; rank: boolean; publish: boolean };
};

async function listPublished(tx: Tx, batchId: string, lines: readonly (NominationLine & { listId: string | null })[]): Promise<PublishedList[]> {
  const rows = await tx.nominationList.findMany({ where: { batchId }, orderBy: [{ publishedOn: "asc" }, { id: "asc" }], select: { id: true, title: true, documentNumber: true, publishedOn: true } });
  return rows.map((row) => ({ ...row, publishedOn: dayOf(row.publishedOn), counties: lines.filter(({ listId }) => listId === row.id).map(({ county }) => county) }));
}

/** A call and what the reader's place may see of it, in the order of codes. Six queries. */
export async function loadNominations(actor: Actor, code: string, asked: string | null): Promise<NominationsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const batches = await listNominationBatches(tx);
    const batch = batches.find(({ id }) => id === asked) ?? batches[0] ?? null;
    const [low, high] = codeRange(code);
    const rows = batch ? (await listNominations(tx, batch.id)).filter(({ divisionCode }) => divisionCode >= low && divisionCode < high) : [];
    const nameOf = await placeNames(tx, code, rows.map(({ divisionCode }) => divisionCode));
    const reviews = new Map((await tx.nominationReview.findMany({ where: { nominationId: { in: rows.map(({ id }) => id) } }, select: { nominationId: true, decision: true, reason: true, version: true } })).map(({ nominationId, ...one }) => [nominationId, one]));
    // The order is the province's own until it has reported.
    const ranks = actor.office.level === "province";
    const lines = rows.map((row) => ({
      id: row.id, code: row.divisionCode, county: nameOf(row.divisionCode), state: row.state,
      rank: row.state === "province" && !ranks ? null : row.rank, late: row.late, version: row.version, review: reviews.get(row.id) ?? null, listId: row.listId,
    }));
    const own = actor.office.divisionCode === code;
    const reviewing = own && can(actor, "nomination.review");
    return {
      place, batches: batches.map(({ id, name }) => ({ id, name })), batch, late: batch !== null && isLate(batch.dueOn, shanghaiDay(new Date())), lines, lists: batch ? await listPublished(tx, batch.id, lines) : [],
      reportedBefore: lines.filter(({ state }) => state === "reported" || state === "published" || state === "declined").length,
      may: { begin: batch !== null && lines.length === 0 && nominationRole(actor, code) === "county", rank: reviewing && place.level === "province", publish: reviewing && place.level === "nation" },
    };
  });
}
