import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { assertFresh, findPlan, holdPlan, planRole, type PlanStanding } from "./find-plan";
import { listPlan } from "./list-plan";
import { logChange, planPages } from "./log-change";
import { refuseLock, refuseUnlock } from "./rules";

type Key = { divisionCode: string; version: number };

async function begin(tx: Tx, actor: Actor, { divisionCode, version }: Key): Promise<PlanStanding> {
  if (planRole(actor, divisionCode) !== "province" || actor.office.divisionCode !== divisionCode) throw notFoundError();
  await holdPlan(tx, divisionCode);
  const plan = await findPlan(tx, divisionCode);
  assertFresh(plan, version, "规划表");
  return plan;
}

async function write(tx: Tx, actor: Actor, plan: PlanStanding, act: "lock" | "unlock", text: string) {
  const { divisionCode } = plan;
  const data = { state: act === "lock" ? "locked" : "open", lockedAt: act === "lock" ? new Date() : null };
  await tx.plan.upsert({ where: { divisionCode }, create: { divisionCode, ...data }, update: { ...data, version: { increment: 1 } } });
  await logChange(tx, actor, { divisionCode, act, text });
}

/** 汇总锁定: every city that plans has submitted; afterwards nobody changes the plan. */
export async function lockPlan(tx: Tx, actor: Actor, key: Key) {
  const plan = await begin(tx, actor, key);
  const { rows, total } = await listPlan(tx, key.divisionCode);
  const refusal = refuseLock(plan.state, rows.filter((row) => row.expected && row.state !== "submitted").map((row) => row.name));
  if (refusal) throw new AppError("state", refusal);
  await write(tx, actor, plan, "lock", "");
  return {
    value: { version: key.version + 1 },
    message: `规划表已汇总锁定：${total.counties} 个县，列入 ${total.planned} 个，未列入 ${total.counties - total.planned} 个。`,
    audit: { act: "plan.lock", entity: "plan", entityId: key.divisionCode, divisionCode: key.divisionCode, detail: total },
    changed: planPages(key.divisionCode),
  };
}

/** 解锁 with a reason: the province corrects or returns, then locks again. */
export async function unlockPlan(tx: Tx, actor: Actor, { reason, ...key }: Key & { reason: string }) {
  const plan = await begin(tx, actor, key);
  const refusal = refuseUnlock(plan.state);
  if (refusal) throw new AppError("state", refusal);
  await write(tx, actor, plan, "unlock", reason);
  return {
    value: { version: key.version + 1 },
    message: "规划表已解锁；修改后请再次汇总锁定。",
    audit: { act: "plan.unlock", entity: "plan", entityId: key.divisionCode, divisionCode: key.divisionCode, detail: { reason } },
    changed: planPages(key.divisionCode),
  };
}

/** The province's own words under the plan, and from when the remaining counties are supervised first of all (seed: S6). */
export async function notePlan(tx: Tx, actor: Actor, { note, superviseFrom, ...key }: Key & { note: string; superviseFrom: number | null }) {
  const plan = await begin(tx, actor, key);
  const { divisionCode } = key;
  await tx.plan.upsert({ where: { divisionCode }, create: { divisionCode, note, superviseFrom }, update: { note, superviseFrom, version: { increment: 1 } } });
  return {
    value: { version: key.version + 1 },
    message: "已保存。",
    audit: { act: "plan.note", entity: "plan", entityId: divisionCode, divisionCode, detail: { note: { from: plan.note, to: note }, superviseFrom: { from: plan.superviseFrom, to: superviseFrom } } },
    changed: planPages(divisionCode),
  };
}
