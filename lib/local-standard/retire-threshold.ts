"use server";

import { defineAction } from "@/lib/access/define-action";
import { retireOverride } from "./retire-entry";
import { retireInput } from "./schema";

/** The office that raised a threshold ends it. */
export const retireThreshold = defineAction({ act: "standard.manage", schema: retireInput, run: ({ tx, actor, input }) => retireOverride(tx, actor, input) });
