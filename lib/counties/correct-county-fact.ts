"use server";

import { defineAction } from "@/lib/access/define-action";
import { correctFact } from "./decide-fact";
import { correctionInput } from "./input";

/** The bureau corrects an approved item with a reason (decision 0002). */
export const correctCountyFact = defineAction({ act: "county-fact.approve", schema: correctionInput, run: ({ tx, actor, input }) => correctFact(tx, actor, input) });
