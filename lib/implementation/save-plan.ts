"use server";

import { defineAction } from "@/lib/access/define-action";
import { planInput } from "./schema";
import { writePlan } from "./write-plan";

export const saveImplementationPlan = defineAction({ act: "task.manage", schema: planInput, run: ({ tx, actor, input }) => writePlan(tx, actor, input) });
