import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { findNominationBatch } from "./find-nomination";
import type { NominationBatchInput } from "./schema";
import { withFieldKeys } from "./template";

/** The ministry calls for nominations, or changes a call: no field that counties have filled is dropped, no quota falls below what was reported. */
export async function saveNominationBatch(tx: Tx, actor: Actor, { id, version, ...input }: NominationBatchInput) {
  if (!can(actor, "nomination.review") || actor.office.divisionCode !== "cn") throw notFoundError();
  const fields = withFieldKeys(input.fields);
  const data = { ...input, fields, documentNumber: input.documentNumber ?? "", dueOn: toDate(input.dueOn), updatedBy: actor.userId, updatedAt: new Date() };
  const key = id ?? randomUUID();
  if (id !== null) {
    await tx.$queryRaw`SELECT 1 FROM nomination_batches WHERE id = ${id} FOR UPDATE`;
    const before = await findNominationBatch(tx, id);
    if (before.version !== version) throw new AppError("conflict", "这个批次刚被同事修改，请刷新后核对。", {}, { version: before.version });
    const dropped = before.fields.find((field) => !fields.some((one) => one.key === field.key));
    const begun = await tx.nomination.count({ where: { batchId: id } });
    if (dropped && begun > 0) throw new AppError("invalid", undefined, { fields: `已有县填写推荐表，栏目“${dropped.label}”不能删去。` });
    const [most] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM nominations WHERE batch_id = ${id} AND state IN ('reported', 'published', 'declined') GROUP BY left(division_code, 2) ORDER BY 1 DESC LIMIT 1`;
    if (most && input.quotaMax < most.count) throw new AppError("invalid", undefined, { quotaMax: `已有省份报送 ${most.count} 个，不能更低。` });
    await tx.nominationBatch.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  } else await tx.nominationBatch.createMany({ data: { id: key, ...data } });
  return {
    value: { id: key, version: id === null ? 1 : version + 1 }, message: id === null ? "批次已设立，各县可以填写推荐表。" : "批次已修改。",
    audit: { act: id === null ? "nomination.batch-open" : "nomination.batch-change", entity: "nomination_batch", entityId: key, divisionCode: "cn", detail: { ...input, fields } }, changed: ["/d/cn/nominations"],
  };
}
