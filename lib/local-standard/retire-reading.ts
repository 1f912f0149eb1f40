"use server";

import { defineAction } from "@/lib/access/define-action";
import { retireChoice } from "./retire-entry";
import { retireInput } from "./schema";

/** The office that chose a reading ends its choice. */
export const retireReading = defineAction({ act: "standard.manage", schema: retireInput, run: ({ tx, actor, input }) => retireChoice(tx, actor, input) });
