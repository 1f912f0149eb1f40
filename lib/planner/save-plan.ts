"use server";

import { defineAction } from "@/lib/access/define-action";
import { applyPath } from "./apply-path";
import { applyInput, planKey, solveInput } from "./schema";
import { solveAside } from "./solve-aside";
import { retirePlan, solvePlan } from "./solve-plan";

export const askPlan = defineAction({ act: "plan.manage", schema: solveInput, run: ({ tx, actor, input }) => solvePlan(tx, actor, input, solveAside) });
export const dropPlan = defineAction({ act: "plan.manage", schema: planKey, run: ({ tx, actor, input }) => retirePlan(tx, actor, input) });
export const applyPlanPath = defineAction({ act: "plan.manage", schema: applyInput, run: ({ tx, actor, input }) => applyPath(tx, actor, input) });
