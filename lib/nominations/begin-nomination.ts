import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { findNominationBatch, nominationRole } from "./find-nomination";
import type { beginInput } from "./schema";
import { logNomination, nominationAudit, nominationPages } from "./write-event";

/** A county takes up the 推荐表 of a call. */
export async function beginNomination(tx: Tx, actor: Actor, { batchId }: z.infer<typeof beginInput>) {
  const { divisionCode } = actor.office;
  if (nominationRole(actor, divisionCode) !== "county") throw notFoundError();
  const batch = await findNominationBatch(tx, batchId);
  const division = await tx.division.findUnique({ where: { code: divisionCode, level: "county" }, select: { skipsCityReview: true } });
  if (!division) throw notFoundError();
  const listed = await tx.nomination.count({ where: { divisionCode, state: "published" } });
  if (listed > 0) throw new AppError("state", "本县已列入先行创建县名单。");
  const row = { id: `n${divisionCode}-${batchId}`, divisionCode };
  const { count } = await tx.nomination.createMany({ data: { ...row, batchId, skipsCity: division.skipsCityReview, answers: {}, updatedBy: actor.userId }, skipDuplicates: true });
  if (count === 0) throw new AppError("state", `本县已在填写${batch.name}的推荐表。`);
  await logNomination(tx, actor, row, { act: "begin" });
  return { value: { id: row.id }, message: "推荐表已建立，请填写。", audit: nominationAudit(row, "begin", { batchId }), changed: nominationPages(row) };
}
