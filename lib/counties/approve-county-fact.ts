"use server";

import { defineAction } from "@/lib/access/define-action";
import { approveFact } from "./decide-fact";
import { decisionInput } from "./input";

/** The bureau approves an item; the results are computed anew. */
export const approveCountyFact = defineAction({ act: "county-fact.approve", schema: decisionInput, run: ({ tx, actor, input }) => approveFact(tx, actor, input) });
