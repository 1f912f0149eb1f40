import type { Actor } from "@/lib/access/actor";
import type { AuditEntry } from "@/lib/audit/append-event";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { planEntry } from "@/lib/ledger/plan-entry";
import { beginOwn } from "@/lib/plans/begin-own";
import { targetInput } from "@/lib/targets/schema";
import { setTarget } from "@/lib/targets/write-targets";
import { shanghaiDay } from "@/lib/time";
import { findSaved } from "./find-saved";
import { firstYear, plannedPath } from "./planned-path";
import { previewPath } from "./preview-path";
import type { ApplyInput } from "./schema";

/** Why a plan may not be written into targets and ledger; null when it may. */
export const refuseApplying = (plan: { asked: { assumptions: readonly unknown[] } }): string | null =>
  plan.asked.assumptions.length > 0 ? "这个方案带有假设，只供比较，不能写入年度目标和整改台账；请按现有数据重新测算。" : null;

/**
 * Writes a plan's path into the yearly targets and the 一校一册 ledger through their own functions, each with its audit row. What
 * stands already as the path says is left alone, so that confirming twice writes nothing twice. @throws AppError state, conflict, notFound.
 */
export async function applyPath(tx: Tx, actor: Actor, { divisionCode, id, version, budget, until, targets, ledger }: ApplyInput) {
  await beginOwn(tx, actor, divisionCode);
  // a self-check of the ledger waits, or is waited for: what is read below stands when it is written
  await asQuery(tx).query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [`ledger:${divisionCode}`]);
  const plan = await findSaved(tx, divisionCode, id);
  if (plan.version !== version) throw new AppError("conflict", "这个方案刚被他人更新，请刷新后再办理。");
  const refusal = refuseApplying(plan);
  if (refusal) throw new AppError("state", refusal);
  const outcome = plannedPath(plan.inputs, plan.outcome, plan.asked, { from: firstYear(plan.year, shanghaiDay(new Date())), until, budget });
  if (!outcome.ok) throw new AppError("invalid", undefined, { until: outcome.message });
  const preview = await previewPath(tx, divisionCode, plan.inputs, plan.asked, outcome.planned);
  const audit: AuditEntry[] = [];
  const changed = new Set<string>([`/d/${divisionCode}/plan/solver/${id}`]);
  const keep = (done: { audit: AuditEntry; changed: string[] }) => {
    audit.push(done.audit);
    for (const path of done.changed) changed.add(path);
  };
  if (targets) {
    for (const { year, measure, target, version: at } of preview.targets) {
      keep(await setTarget(tx, actor, targetInput.parse({ divisionCode, year, measure, target, note: "按测算方案分年度安排", version: at })));
    }
  }
  if (ledger) {
    for (const { id: entryId, version: at, measure, costYuan, post, plannedYear } of preview.entries) keep(await planEntry(tx, actor, { entryId, version: at, measure, costYuan, post, plannedYear }));
  }
  const written = { budget, until, targets: targets ? preview.targets.length : 0, entries: ledger ? preview.entries.length : 0 };
  await tx.resourcePlan.updateMany({ where: { id }, data: { applied: written, appliedAt: new Date(), version: { increment: 1 } } });
  return {
    value: written,
    message: written.targets + written.entries === 0 ? "年度目标和台账已与方案一致，没有重复写入。" : `已写入 ${written.targets} 条年度目标，更新 ${written.entries} 个台账问题。`,
    audit: [...audit, { act: "planner.apply", entity: "resource-plan", entityId: id, divisionCode, detail: written }],
    changed: [...changed],
  };
}
