"use server";

import { defineAction } from "@/lib/access/define-action";
import { enterOverride } from "./enter-override";
import { raiseInput } from "./schema";

/** The education office of a province or city raises a threshold. */
export const raiseThreshold = defineAction({ act: "standard.manage", schema: raiseInput, run: ({ tx, actor, input }) => enterOverride(tx, actor, input) });
