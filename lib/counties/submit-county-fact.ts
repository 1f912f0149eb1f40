"use server";

import { defineAction } from "@/lib/access/define-action";
import { submitFact } from "./enter-fact";
import { entryInput } from "./input";

/** Hands an item to the bureau for its decision. */
export const submitCountyFact = defineAction({ act: "county-fact.edit", schema: entryInput, run: ({ tx, actor, input }) => submitFact(tx, actor, input) });
