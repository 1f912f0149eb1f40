import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertFreshEntry, findEntry, ledgerRole, type EntryRow } from "./find-entry";
import { isComputed } from "./rules";
import type { PlanInput } from "./schema";
import { ledgerAudit, ledgerPages, logEntry } from "./write-entry";

/** How it is to be mended: measure, cost, post and year, by whoever has to mend it or by the bureau. */
export async function planEntry(tx: Tx, actor: Actor, { entryId, version, ...plan }: PlanInput) {
  const entry = await findEntry(tx, entryId, true);
  assertFreshEntry(entry, version);
  const role = ledgerRole(actor, entry);
  if (role !== "owner" && role !== "bureau") throw new AppError("state", "整改措施由责任单位或县级教育行政部门填写。");
  if (entry.state === "closed") throw new AppError("state", "这个问题已销号；需要修改的，请先重新打开。");
  await tx.ledgerEntry.updateMany({ where: { id: entryId }, data: { ...plan, updatedAt: new Date(), version: { increment: 1 } } });
  await logEntry(tx, actor, entry, { act: "plan", toState: entry.state, text: "" });
  const from = { measure: entry.measure, costYuan: entry.costYuan, post: entry.post, plannedYear: entry.plannedYear };
  return { value: { version: version + 1 }, message: "整改措施已保存。", audit: ledgerAudit(entry, "plan", { from, to: plan }), changed: ledgerPages(entry) };
}

/** Whether an entry may be taken off at all: what people entered, and whatever a school that is closed leaves behind. */
export async function mayCancel(tx: Tx, entry: Pick<EntryRow, "source" | "state" | "schoolId">): Promise<boolean> {
  if (entry.state === "closed") return false;
  return !isComputed(entry.source) || (entry.schoolId !== null && (await tx.school.count({ where: { id: entry.schoolId, closedOn: { not: null } } })) > 0);
}

/** Takes an entry that was entered by mistake, or whose school is closed, off the ledger, with a reason; what the figures say stays. */
export async function cancelEntry(tx: Tx, actor: Actor, { entryId, version, reason }: { entryId: string; version: number; reason: string }) {
  const entry = await findEntry(tx, entryId, true);
  assertFreshEntry(entry, version);
  if (ledgerRole(actor, entry) !== "bureau") throw new AppError("forbidden");
  if (entry.state === "closed") throw new AppError("state", "已销号的问题留在台账中，不能撤销登记。");
  if (!(await mayCancel(tx, entry))) throw new AppError("state", "自查得出的问题不能撤销登记：数据达标后核验销号；数据有误的，请更正填报。");
  await tx.ledgerEntry.updateMany({ where: { id: entryId }, data: { retiredAt: new Date(), reason, updatedAt: new Date(), version: { increment: 1 } } });
  await logEntry(tx, actor, entry, { act: "cancel", toState: entry.state, text: reason });
  return { value: {}, message: "已撤销登记，记录仍可在日志中查到。", audit: ledgerAudit(entry, "cancel", { reason }), changed: ledgerPages(entry) };
}
