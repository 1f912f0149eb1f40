"use server";

import { defineAction } from "@/lib/access/define-action";
import { spendingInput } from "./schema";
import { setSpending } from "./write-spending";

export const saveSpending = defineAction({ act: "plan.manage", schema: spendingInput, run: ({ tx, actor, input }) => setSpending(tx, actor, input) });
