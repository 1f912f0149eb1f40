import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { whatIf } from "@/lib/evaluation/planner/what-if";
import { AppError, notFoundError } from "@/lib/errors";
import { numbersOf } from "./numbers-of";
import { readCounty } from "./read-county";
import { costsOf } from "./costs";
import type { PlanKey, SolveInput } from "./schema";
import type { Solve } from "./solver-job";

/** Ids begin with the county's code, so that the order of ids is the order of places. */
const newPlanId = (divisionCode: string): string => `${divisionCode}-${randomUUID()}`;
const page = (divisionCode: string, id = "") => `/d/${divisionCode}/plan/solver${id ? `/${id}` : ""}`;

/**
 * Works out the least that brings the county to the standard and keeps it with the figures it stands on. Asked by the county's
 * 教育行政部门. @throws AppError state with the planner's sentence where nothing can be planned.
 */
export async function solvePlan(tx: Tx, actor: Actor, input: SolveInput, solve: Solve) {
  const { divisionCode, year, basis, mode, assumptions } = input;
  assertOwnCounty(actor, divisionCode);
  const asked = { ...numbersOf(input), assumptions };
  const present = await readCounty(tx, actor, divisionCode, year, basis);
  const assumed = whatIf(present.schools, assumptions, present.standard);
  if (assumed.refused.length > 0) throw new AppError("state", assumed.refused.join(""));
  const inputs = { ...present, schools: assumed.schools };
  const answer = await solve({ schools: inputs.schools, mode, quota: asked.quota ?? undefined, unitCost: costsOf(asked), groups: inputs.groups, standard: inputs.standard });
  if (!answer.ok) throw new AppError("state", answer.message);
  const id = newPlanId(divisionCode);
  await tx.resourcePlan.createMany({ data: { id, divisionCode, year, basis, mode, asked, input: inputs, outcome: answer.plan, createdBy: actor.userId } });
  const { additions, moves, cost, proof } = answer.plan;
  return {
    value: { id }, message: "测算完成，方案已保存。",
    audit: { act: "planner.solve", entity: "resource-plan", entityId: id, divisionCode, detail: { year, basis, mode, asked, additions: additions.length, moves: moves.length, cost, proof } },
    changed: [page(divisionCode)],
  };
}

/** Takes a plan off the list; it stays in the records. */
export async function retirePlan(tx: Tx, actor: Actor, { divisionCode, id, version }: PlanKey) {
  assertOwnCounty(actor, divisionCode);
  const plan = await tx.resourcePlan.findUnique({ where: { id, divisionCode, retiredAt: null }, select: { version: true, year: true, mode: true } });
  if (!plan) throw notFoundError();
  if (plan.version !== version) throw new AppError("conflict", "这个方案刚被他人更新，请刷新后再办理。");
  await tx.resourcePlan.updateMany({ where: { id }, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return {
    value: {}, message: "方案已移出列表。",
    audit: { act: "planner.retire", entity: "resource-plan", entityId: id, divisionCode, detail: { year: plan.year, mode: plan.mode } },
    changed: [page(divisionCode), page(divisionCode, id)],
  };
}
