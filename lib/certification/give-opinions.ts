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
import { caseAudit, casePages } from "./write-event";

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
  const results = computeSnapshot((await getSnapshot(tx, row.id, row.round)).inputs);
  const fields: Record<string, string> = {};
  for (const { item, opinion, note } of opinions) {
    if (!opinionsFor(item).includes(opinion)) fields[`${item}.opinion`] = "请选择意见。";
    else if (needsNote(opinion) && note === "") fields[`${item}.note`] = "请写明情况或整改要求。";
    else if (opinion === "met" && note === "" && computedItem(results, item).met === false) fields[`${item}.note`] = AGAINST;
  }
  if (Object.keys(fields).length > 0) throw new AppError("invalid", undefined, fields);
  const level = hand.level ?? "county";
  const known = new Map((await listReviews(tx, row)).filter((review) => review.level === level).map((review) => [review.item, review]));
  const changes: Record<string, { from: string | null; to: string; note: string }> = {};
  for (const { item, opinion, note, version } of opinions) {
    const before = known.get(item);
    if ((before?.version ?? 0) !== version) throw new AppError("conflict", "有的意见刚被同事修改，请核对后再保存。", { [`${item}.opinion`]: "刚被同事修改。" }, { item, opinion: before?.opinion, note: before?.note, version: before?.version ?? 0 });
    const where = { caseId: row.id, round: row.round, level, item };
    const data = { opinion, note, userId: actor.userId, updatedAt: new Date() };
    if (before) await tx.certificationReview.updateMany({ where: { ...where, version }, data: { ...data, version: { increment: 1 } } });
    // Found after the level has decided, it is known to the line at once.
    else await tx.certificationReview.createMany({ data: { ...where, ...data, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, published: standing.stage === "recognised" || standing.stage === "correction" || standing.stage === "recheck" } });
    changes[item] = { from: before?.opinion ?? null, to: opinion, note };
  }
  return { value: { versions: Object.fromEntries(opinions.map(({ item, version }) => [item, version + 1])) }, message: `已保存 ${opinions.length} 项意见。`, audit: caseAudit(row, "review", { round: row.round, level, changes }), changed: casePages(row) };
}
