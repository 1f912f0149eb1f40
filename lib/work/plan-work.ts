import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { findPlan } from "@/lib/plans/find-plan";
import { listPlan } from "@/lib/plans/list-plan";
import { PROJECT_STATES, isProjectLate } from "@/lib/projects/rules";
import { dayOf } from "@/lib/time";
import { toGroup, type WorkGroup, type WorkItem } from "./work-item";

const DAY = 86_400_000;
/** Milestones and deliveries are told of so many days before their day. */
const SOON = 30;

/** A city's row of the 规划表 until it is submitted; the whole table once a province can lock it. */
async function tableWork(tx: Tx, code: string, level: "city" | "province"): Promise<WorkGroup[]> {
  if ((await findPlan(tx, code)).state === "locked") return [];
  const base = { key: code, href: `/d/${code}/plan`, dueOn: null, overdue: false };
  const { rows, total } = await listPlan(tx, code);
  const expected = rows.filter((row) => row.expected);
  if (level === "city") {
    const row = expected.find((one) => one.divisionCode === code && one.state !== "submitted");
    return row ? [toGroup("待报送的规划表", [{ ...base, title: "创建规划表", detail: row.state === "returned" ? `被退回：${row.reason}` : "尚未报送省级" }])] : [];
  }
  if (expected.length === 0 || expected.some((row) => row.state !== "submitted")) return [];
  return [toGroup("待汇总锁定的规划表", [{ ...base, title: "创建规划表", detail: `各市均已报送，${total.counties} 个县中 ${total.planned} 个已列入` }])];
}

/** Milestones and building projects of a county that are late or due soon. */
async function countyWork(tx: Tx, code: string, today: string): Promise<WorkGroup[]> {
  const until = new Date(Date.parse(today) + SOON * DAY);
  const milestones = await tx.milestone.findMany({ where: { divisionCode: code, retiredAt: null, doneOn: null, dueOn: { lte: until }, stage: { retiredAt: null } }, select: { id: true, title: true, dueOn: true, stage: { select: { name: true } } } });
  const projects = await tx.project.findMany({ where: { divisionCode: code, retiredAt: null, state: { notIn: ["delivered", "paused"] }, deliveryOn: { lte: until } }, select: { id: true, name: true, state: true, deliveryOn: true } });
  return [
    toGroup("到期的规划节点", milestones.map((one): WorkItem => { const dueOn = dayOf(one.dueOn); return { key: one.id, title: one.title, detail: one.stage.name, href: `/d/${code}/plan`, dueOn, overdue: dueOn < today }; })),
    toGroup("到期的建设项目", projects.map((one): WorkItem => {
      const deliveryOn = dayOf(one.deliveryOn);
      const state = Object.entries(PROJECT_STATES).find(([key]) => key === one.state)?.[1] ?? "";
      return { key: one.id, title: one.name, detail: `${state} · 计划交付`, href: `/d/${code}/plan/projects`, dueOn: deliveryOn, overdue: isProjectLate({ state: one.state, deliveryOn }, today) };
    })),
  ];
}

/** What the plan asks of an office that keeps it: the 规划表 above the county, milestones and projects in it. */
export async function planWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  const { level, divisionCode } = actor.office;
  if (!can(actor, "plan.manage")) return [];
  if (level === "city" || level === "province") return tableWork(tx, divisionCode, level);
  return level === "county" ? countyWork(tx, divisionCode, today) : [];
}
