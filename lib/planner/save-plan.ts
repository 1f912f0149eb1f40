"use server";

import { defineAction, defineLongAction } from "@/lib/access/define-action";
import { applyPath } from "./apply-path";
import { applyInput, planKey, solveInput } from "./schema";
import { solveAside } from "./solve-aside";
import { keepPlan, retirePlan, solvePlan } from "./solve-plan";

export const askPlan = defineLongAction({
  act: "plan.manage", schema: solveInput,
  before: ({ actor, input, read }) => solvePlan(actor, input, read, solveAside),
  run: ({ tx, actor, input, before }) => keepPlan(tx, actor, input, before),
});
export const dropPlan = defineAction({ act: "plan.manage", schema: planKey, run: ({ tx, actor, input }) => retirePlan(tx, actor, input) });
export const applyPlanPath = defineAction({ act: "plan.manage", schema: applyInput, run: ({ tx, actor, input }) => applyPath(tx, actor, input) });
