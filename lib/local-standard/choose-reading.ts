"use server";

import { defineAction } from "@/lib/access/define-action";
import { enterChoice } from "./enter-choice";
import { chooseInput } from "./schema";

/** The education office of a province or city chooses a reading. */
export const chooseReading = defineAction({ act: "standard.manage", schema: chooseInput, run: ({ tx, actor, input }) => enterChoice(tx, actor, input) });
