import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { assertFreshNomination, findNominationBatch, listNominations, lockProvince, nominationRole } from "./find-nomination";
import { NOMINATION_ACTS, refuseNominationAct, refuseReport } from "./rules";
import type { rankInput } from "./schema";
import { nominationAudit } from "./write-event";

/** The province's order of those it is going to recommend: 1, 2, 3 …, after what it has reported, within its quota. */
export async function rankNominations(tx: Tx, actor: Actor, { batchId, ranks }: z.infer<typeof rankInput>) {
  const province = actor.office.divisionCode;
  if (actor.office.level !== "province") throw notFoundError();
  await lockProvince(tx, batchId, province);
  const batch = await findNominationBatch(tx, batchId);
  const rows = await listNominations(tx, batchId);
  const before = rows.filter(({ state }) => state === "reported" || state === "published" || state === "declined").length;
  const given = ranks.map((one) => {
    const row = rows.find(({ id }) => id === one.id);
    if (!row) throw notFoundError();
    const refusal = refuseNominationAct(row.state, "rank", nominationRole(actor, row.divisionCode));
    if (refusal) throw new AppError("state", refusal);
    assertFreshNomination(row, one.version);
    return { row, rank: one.rank };
  });
  const unnamed = rows.filter(({ state, id, rank }) => state === "province" && rank !== null && !given.some(({ row }) => row.id === id));
  const chosen = [...given.flatMap(({ rank }) => (rank === null ? [] : [rank])), ...unnamed.flatMap(({ rank }) => rank ?? [])].sort((a, b) => a - b);
  if (chosen.some((rank, at) => rank !== before + at + 1)) throw new AppError("invalid", undefined, { ranks: `顺序从 ${before + 1} 开始连续编号，不重复、不跳号。` });
  const over = chosen.length === 0 ? null : refuseReport({ min: 0, max: batch.quotaMax }, before, chosen.length, "");
  if (over) throw new AppError("invalid", undefined, { ranks: over });
  for (const { row, rank } of given) if (row.rank !== rank) await tx.nomination.update({ where: { id: row.id }, data: { rank, version: { increment: 1 }, updatedBy: actor.userId, updatedAt: new Date() } });
  return { value: { ranked: chosen.length }, message: NOMINATION_ACTS.rank.done, audit: given.filter(({ row, rank }) => row.rank !== rank).map(({ row, rank }) => nominationAudit(row, "rank", { from: row.rank, to: rank })), changed: [`/d/${province}/nominations`] };
}
