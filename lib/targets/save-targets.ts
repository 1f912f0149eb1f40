"use server";

import { defineAction } from "@/lib/access/define-action";
import { goalInput, milestoneInput, retireInput, stageInput, targetInput, targetKey } from "./schema";
import { retireMilestone, retireStage, retireTarget, setGoal, setMilestone, setStage, setTarget } from "./write-targets";

export const saveGoal = defineAction({ act: "plan.manage", schema: goalInput, run: ({ tx, actor, input }) => setGoal(tx, actor, input) });
export const saveStage = defineAction({ act: "plan.manage", schema: stageInput, run: ({ tx, actor, input }) => setStage(tx, actor, input) });
export const dropStage = defineAction({ act: "plan.manage", schema: retireInput, run: ({ tx, actor, input }) => retireStage(tx, actor, input) });
export const saveMilestone = defineAction({ act: "plan.manage", schema: milestoneInput, run: ({ tx, actor, input }) => setMilestone(tx, actor, input) });
export const dropMilestone = defineAction({ act: "plan.manage", schema: retireInput, run: ({ tx, actor, input }) => retireMilestone(tx, actor, input) });
export const saveTarget = defineAction({ act: "plan.manage", schema: targetInput, run: ({ tx, actor, input }) => setTarget(tx, actor, input) });
export const dropTarget = defineAction({ act: "plan.manage", schema: targetKey, run: ({ tx, actor, input }) => retireTarget(tx, actor, input) });
