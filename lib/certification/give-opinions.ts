import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { computedItem } from "./computed-items";
import { findBatch, findCase, handOf } from "./find-case";
import { refuseCaseAct } from "./machine";
import { listReviews, readStanding } from "./read-standing";
import { isVeto, needsNote, opinionsFor } from "./review-items";
import type { OpinionsInput } from "./schema";
import { computeSnapshot } from "./snapshot";
import { getSnapshot } from "./take-snapshot";
import { casePages, ownAudit } from "./write-event";

const AGAINST = "平台按报送数据计算为未达标，给出“达标”意见须写明依据。";

/** Opinions of the acting level on items and veto items, each by the version that it was based on. All or none. */
export async function giveOpinions(tx: Tx, actor: Actor, { caseId, opinions }: OpinionsInput) {
  const row = await findCase(tx, caseId, true);
  const hand = handOf(actor, row.divisionCode);
  const standing = await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode);
  for (const act of [...new Set(opinions.map(({ item }) => (isVeto(item) ? "veto" as const : "review" as const)))]) {
    const refusal = refuseCaseAct(standing, act, hand);
    if (refusal) throw new AppError("state", refusal);
  }
  if (new Set(opinions.map(({ item }) => item)).size !== opinions.length) throw new AppError("invalid", "同一项只给一个意见。");
  // The snapshot is computed only where a verdict has to be asked for.
  const results = opinions.some(({ opinion, note }) => opinion === "met" && note === "") ? computeSnapshot((await getSnapshot(tx, row.id, row.round)).inputs) : null;
  const fields: Record<string, string> = {};
  for (const { item, opinion, note } of opinions) {
    if (!opinionsFor(item).includes(opinion)) fields[`${item}.opinion`] = "请选择意见。";
    else if (needsNote(opinion) && note === "") fields[`${item}.note`] = "请写明情况或整改要求。";
    else if (opinion === "met" && note === "" && results !== null && computedItem(results, item).met === false) fields[`${item}.note`] = AGAINST;
  }
  if (Object.keys(fields).length > 0) throw new AppError("invalid", undefined, fields);
  const level = hand.level ?? "county";
  const known = new Map((await listReviews(tx, row)).filter((review) => review.level === level).map((review) => [review.item, review]));
  const changes: Record<string, { from: string | null; to: string; note: string }> = {};
  for (const { item, opinion, note, version } of opinions) {
    const before = known.get(item);
    if ((before?.version ?? 0) !== version) throw new AppError("conflict", "有的意见刚被同事修改，请核对后再保存。", { [`${item}.opinion`]: "刚被同事修改。" }, { item, opinion: before?.opinion, note: before?.note, version: before?.version ?? 0 });
    changes[item] = { from: before?.opinion ?? null, to: opinion, note };
  }
  // Found after the level has decided, it is known to the line at once.
  const published = standing.stage === "recognised" || standing.stage === "correction" || standing.stage === "recheck";
  const shared = { caseId: row.id, round: row.round, level, userId: actor.userId, updatedAt: new Date() };
  const fresh = opinions.filter(({ item }) => !known.has(item)).map(({ item, opinion, note }) => ({ ...shared, item, opinion, note, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, published }));
  if (fresh.length > 0) await tx.certificationReview.createMany({ data: fresh });
  const again = opinions.filter(({ item }) => known.has(item));
  const changed = again.length === 0 ? 0 : await tx.$executeRaw`
    UPDATE certification_reviews r SET opinion = v.opinion, note = v.note, user_id = ${actor.userId}, updated_at = now(), version = r.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(again)}::jsonb) AS v(item text, opinion text, note text, version int)
    WHERE r.case_id = ${row.id} AND r.round = ${row.round} AND r.level = ${level} AND r.item = v.item AND r.version = v.version`;
  if (changed !== again.length) throw new AppError("conflict", "有的意见刚被同事修改，请核对后再保存。");
  return { value: { versions: Object.fromEntries(opinions.map(({ item, version }) => [item, version + 1])) }, message: `已保存 ${opinions.length} 项意见。`, audit: ownAudit(actor, row, "review", { round: row.round, level, changes }), changed: casePages(row) };
}
