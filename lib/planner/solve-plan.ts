import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { whatIf } from "@/lib/evaluation/planner/what-if";
import { AppError, notFoundError } from "@/lib/errors";
import { numbersOf } from "./numbers-of";
import { readCounty } from "./read-county";
import { costsOf } from "./costs";
import type { PlanInputs, PlanKey, SolveInput } from "./schema";
import type { Solve, SolverAnswer } from "./solver-job";

/** Ids begin with the county's code, so that the order of ids is the order of places. */
const newPlanId = (divisionCode: string): string => `${divisionCode}-${randomUUID()}`;
const page = (divisionCode: string, id = "") => `/d/${divisionCode}/plan/solver${id ? `/${id}` : ""}`;

type Solved = { asked: ReturnType<typeof numbersOf> & Pick<SolveInput, "assumptions">; inputs: PlanInputs; plan: Extract<SolverAnswer, { ok: true }>["plan"] };

/**
 * Works out the least that brings the county to the standard, from figures read by `read`, which has ended before the solver
 * begins. Asked by the county's 教育行政部门. @throws AppError state with the planner's sentence where nothing can be planned.
 */
export async function solvePlan(actor: Actor, input: SolveInput, read: (run: (tx: Tx) => Promise<PlanInputs>) => Promise<PlanInputs>, solve: Solve): Promise<Solved> {
  const { divisionCode, year, basis, mode, assumptions } = input;
  assertOwnCounty(actor, divisionCode);
  const asked = { ...numbersOf(input), assumptions };
  const present = await read((tx) => readCounty(tx, actor, divisionCode, year, basis));
  const assumed = whatIf(present.schools, assumptions, present.standard);
  if (assumed.refused.length > 0) throw new AppError("state", assumed.refused.join(""));
  const inputs = { ...present, schools: assumed.schools };
  const answer = await solve({ schools: inputs.schools, mode, quota: asked.quota ?? undefined, unitCost: costsOf(asked), groups: inputs.groups, standard: inputs.standard });
  if (!answer.ok) throw new AppError("state", answer.message);
  return { asked, inputs, plan: answer.plan };
}

/** Keeps what was worked out with the figures it stands on. */
export async function keepPlan(tx: Tx, actor: Actor, { divisionCode, year, basis, mode }: SolveInput, { asked, inputs, plan }: Solved) {
  assertOwnCounty(actor, divisionCode);
  const id = newPlanId(divisionCode);
  await tx.resourcePlan.createMany({ data: { id, divisionCode, year, basis, mode, asked, input: inputs, outcome: plan, createdBy: actor.userId } });
  const { additions, moves, cost, proof } = plan;
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
