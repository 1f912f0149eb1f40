import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { findNominationBatch, listNominations, lockProvince, nominationRole } from "./find-nomination";
import { isLate, refuseNominationAct, refuseReport } from "./rules";
import type { reportInput } from "./schema";
import { logNomination, nominationAudit, nominationPages, tellOfNomination } from "./write-event";

/** The province recommends those it has ranked: within the quota, after the last day only as 补报 with a reason. The province is locked, so that of two reports one comes second. */
export async function reportNominations(tx: Tx, actor: Actor, { batchId, documentNumber, reason }: z.infer<typeof reportInput>) {
  if (actor.office.level !== "province") throw notFoundError();
  await lockProvince(tx, batchId, actor.office.divisionCode);
  const batch = await findNominationBatch(tx, batchId);
  const rows = await listNominations(tx, batchId);
  const before = rows.filter(({ state }) => state === "reported" || state === "published" || state === "declined").length;
  const ranked = rows.filter(({ state, rank }) => state === "province" && rank !== null);
  for (const row of ranked) {
    const refusal = refuseNominationAct(row.state, "report", nominationRole(actor, row.divisionCode));
    if (refusal) throw new AppError("state", refusal);
  }
  const order = ranked.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b);
  if (order.some((rank, at) => rank !== before + at + 1)) throw new AppError("state", "有县撤回了推荐表，推荐顺序有空缺，请重新排序后再报送。");
  const late = isLate(batch.dueOn, shanghaiDay(new Date()));
  const over = refuseReport({ min: batch.quotaMin, max: batch.quotaMax }, before, ranked.length, reason);
  if (over) throw reason === "" && over.endsWith("须说明原因。") ? new AppError("invalid", undefined, { reason: over }) : new AppError("state", over);
  if (late && reason === "") throw new AppError("invalid", undefined, { reason: `报送期限是 ${batch.dueOn}，现在报送为补报，请写明补报的原因。` });
  for (const row of ranked) {
    await tx.nomination.update({ where: { id: row.id }, data: { state: "reported", late, version: { increment: 1 }, updatedBy: actor.userId, updatedAt: new Date() } });
    await logNomination(tx, actor, row, { act: "report", text: [`推荐顺序 ${row.rank}${late ? "，补报" : ""}`, reason].filter(Boolean).join("。"), documentNumber });
    await tellOfNomination(tx, actor, row, row.divisionCode, "assigned", `本县已由省级推荐为先行创建县（${documentNumber}）`);
  }
  const [first] = ranked;
  if (first) await tellOfNomination(tx, actor, first, "cn", "assigned", `${actor.office.divisionName}报送先行创建推荐县 ${ranked.length} 个${late ? "（补报）" : ""}（${documentNumber}）`);
  return {
    value: { reported: ranked.length }, message: `已报送教育部 ${ranked.length} 个${late ? "（补报）" : ""}。`,
    audit: ranked.map((row) => nominationAudit(row, "report", { rank: row.rank, late, reason, documentNumber })), changed: ranked.flatMap(nominationPages),
  };
}
