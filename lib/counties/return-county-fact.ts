"use server";

import { defineAction } from "@/lib/access/define-action";
import { returnFact } from "./decide-fact";
import { returnInput } from "./input";

/** The bureau returns an item with a reason. */
export const returnCountyFact = defineAction({ act: "county-fact.approve", schema: returnInput, run: ({ tx, actor, input }) => returnFact(tx, actor, input) });
