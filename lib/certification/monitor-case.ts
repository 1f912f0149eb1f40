import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { findBatch, findCase, handOf } from "./find-case";
import { refuseCaseAct } from "./machine";
import { MONITOR_NAME } from "./monitor-names";
import { readStanding } from "./read-standing";
import type { monitorInput } from "./schema";
import { bodyName, caseAudit, casePages, logCase, tellDivision } from "./write-event";

/** 年度监测 of a recognised county, by the province and by the nation, each for itself. STANDARD A.5 */
export async function monitorCase(tx: Tx, actor: Actor, input: z.infer<typeof monitorInput>) {
  const row = await findCase(tx, input.caseId);
  const batch = await findBatch(tx, row.batchId);
  const refusal = refuseCaseAct(await readStanding(tx, row, batch, actor.office.divisionCode), "monitor", handOf(actor, row.divisionCode));
  if (refusal) throw new AppError("state", refusal);
  if (input.year < batch.year) throw new AppError("invalid", undefined, { year: `监测年度不早于评估年度 ${batch.year} 年。` });
  const key = { caseId: row.id, year: input.year, issuerCode: actor.office.divisionCode };
  const before = await tx.certificationMonitor.findUnique({ where: { caseId_year_issuerCode: key }, select: { conclusion: true, version: true } });
  if ((before?.version ?? 0) !== input.version) throw new AppError("conflict", "这一年的监测刚被同事修改，请刷新后核对。");
  const data = { conclusion: input.conclusion, note: input.note, userId: actor.userId, byName: bodyName(actor), updatedAt: new Date() };
  const written = before
    ? await tx.certificationMonitor.updateMany({ where: { ...key, version: before.version }, data: { ...data, version: { increment: 1 } } })
    : await tx.certificationMonitor.createMany({ data: { ...key, ...data, divisionCode: row.divisionCode }, skipDuplicates: true });
  if (written.count !== 1) throw new AppError("conflict", "这一年的监测刚被同事修改，请刷新后核对。");
  const text = `${input.year} 年度监测：${MONITOR_NAME[input.conclusion]}。${input.note}`;
  await logCase(tx, actor, row, { act: "monitor", toStage: row.stage, text });
  if (input.conclusion === "slipped") await tellDivision(tx, actor, row, row.divisionCode, "assigned", text);
  return { value: { version: input.version + 1 }, message: "年度监测已记录。", audit: caseAudit(row, "monitor", { year: input.year, from: before?.conclusion ?? null, to: input.conclusion, note: input.note }), changed: casePages(row) };
}
