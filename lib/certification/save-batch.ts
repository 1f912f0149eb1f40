import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { withKeys } from "./batch-steps";
import type { BatchInput } from "./schema";
import { canonical } from "./snapshot";

/** The nation sets up a batch, or changes one: its steps only while no county has come to them, since a course keeps the steps it began with. */
export async function saveBatch(tx: Tx, actor: Actor, input: BatchInput) {
  if (!can(actor, "certification.evaluate") || actor.office.divisionCode !== "cn") throw notFoundError();
  const id = String(input.year);
  const steps = withKeys(input.steps);
  const data = { figuresYear: input.figuresYear, name: input.name, steps, deadlines: input.deadlines, documentNumber: input.documentNumber ?? "", issuedOn: input.issuedOn ? toDate(input.issuedOn) : null, updatedBy: actor.userId, updatedAt: new Date() };
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`certification-batch:${id}`}, 0))::text`;
  const before = await tx.certificationBatch.findUnique({ where: { id }, select: { version: true, steps: true, figuresYear: true } });
  if ((before?.version ?? 0) !== input.version) throw new AppError("conflict", before && input.version === 0 ? `${input.year} 年度的批次已经有了，请打开它修改。` : "这个批次刚被同事修改，请刷新后核对。");
  if (before) {
    const begun = await tx.certificationCase.count({ where: { batchId: id } });
    if (begun > 0 && before.figuresYear !== input.figuresYear) throw new AppError("invalid", undefined, { figuresYear: `已有 ${begun} 个县按 ${before.figuresYear}学年初数据申报，不能改变。` });
    const recorded = await tx.$queryRaw<unknown[]>`SELECT 1 FROM certification_steps s JOIN certification_cases c ON c.id = s.case_id WHERE c.batch_id = ${id} LIMIT 1`;
    if (recorded.length > 0 && canonical(before.steps) !== canonical(steps)) throw new AppError("invalid", undefined, { steps: "已有县记录了国家认定程序的结果，步骤不能再变。" });
    await tx.certificationBatch.updateMany({ where: { id, version: input.version }, data: { ...data, version: { increment: 1 } } });
  } else await tx.certificationBatch.createMany({ data: { id, year: input.year, ...data } });
  return {
    value: { id }, message: before ? "批次已修改，期限对此后进入各环节的申报生效。" : "批次已设立，各县可以自荐。",
    audit: { act: before ? "certification.batch-change" : "certification.batch-open", entity: "certification_batch", entityId: id, divisionCode: "cn", detail: { name: input.name, figuresYear: input.figuresYear, steps, deadlines: input.deadlines } },
    changed: ["/d/cn/certification", "/d/cn/certification/batches"],
  };
}
