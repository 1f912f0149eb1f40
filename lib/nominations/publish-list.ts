import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { findNominationBatch, listNominations } from "./find-nomination";
import type { publishInput } from "./schema";
import { logNomination, nominationAudit, nominationPages, tellOfNomination } from "./write-event";

/** The ministry publishes the list of those admitted; every reported county has its opinion by then. A 补报 later makes a list of its own. */
export async function publishNominations(tx: Tx, actor: Actor, { batchId, title, documentNumber, publishedOn }: z.infer<typeof publishInput>) {
  if (!can(actor, "nomination.review") || actor.office.divisionCode !== "cn") throw notFoundError();
  await tx.$queryRaw`SELECT 1 FROM nomination_batches WHERE id = ${batchId} FOR UPDATE`;
  await findNominationBatch(tx, batchId);
  await tx.$queryRaw`SELECT 1 FROM nominations WHERE batch_id = ${batchId} AND state = 'reported' ORDER BY id FOR UPDATE`;
  const rows = (await listNominations(tx, batchId)).filter(({ state }) => state === "reported");
  const reviews = new Map((await tx.nominationReview.findMany({ where: { nominationId: { in: rows.map(({ id }) => id) } }, select: { nominationId: true, decision: true, reason: true } })).map((one) => [one.nominationId, one]));
  const open = rows.filter(({ id }) => !reviews.has(id)).length;
  if (open > 0) throw new AppError("state", `还有 ${open} 个推荐县没有审核意见，不能公布名单。`);
  const admitted = rows.filter(({ id }) => reviews.get(id)?.decision === "admit");
  if (admitted.length === 0) throw new AppError("state", "没有审核同意的推荐县，名单为空，不能公布。");
  if (publishedOn > shanghaiDay(new Date())) throw new AppError("invalid", undefined, { publishedOn: "公布日期不能晚于今天。" });
  const listId = randomUUID();
  await tx.nominationList.createMany({ data: { id: listId, batchId, title, documentNumber, publishedOn: toDate(publishedOn), publishedBy: actor.userId } });
  await tx.nominationReview.updateMany({ where: { nominationId: { in: rows.map(({ id }) => id) } }, data: { published: true } });
  for (const row of rows) {
    const admit = reviews.get(row.id)?.decision === "admit";
    await tx.nomination.update({ where: { id: row.id }, data: { state: admit ? "published" : "declined", listId: admit ? listId : null, version: { increment: 1 }, updatedBy: actor.userId, updatedAt: new Date() } });
    await logNomination(tx, actor, row, { act: "publish", text: admit ? `列入《${title}》` : `本批未列入：${reviews.get(row.id)?.reason ?? ""}`, documentNumber });
    await tellOfNomination(tx, actor, row, row.divisionCode, "assigned", admit ? `列入先行创建县名单（${documentNumber}）` : "本批未列入先行创建县名单，请查看审核意见");
  }
  return {
    value: { listId }, message: `名单已公布，${admitted.length} 个县列入。`,
    audit: [{ act: "nomination.publish-list", entity: "nomination_list", entityId: listId, divisionCode: "cn", detail: { batchId, title, documentNumber, publishedOn, counties: admitted.map(({ divisionCode }) => divisionCode) } }, ...rows.map((row) => nominationAudit(row, "publish", { listId, ...reviews.get(row.id) }))],
    changed: ["/public", ...rows.flatMap(nominationPages)],
  };
}
