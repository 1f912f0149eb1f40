"use server";

import { defineAction } from "@/lib/access/define-action";
import { saveFact } from "./enter-fact";
import { entryInput } from "./input";

/** A unit, section or the bureau saves the draft of an item. */
export const saveCountyFact = defineAction({ act: "county-fact.edit", schema: entryInput, run: ({ tx, actor, input }) => saveFact(tx, actor, input) });
