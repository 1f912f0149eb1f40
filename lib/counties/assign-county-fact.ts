"use server";

import { defineAction } from "@/lib/access/define-action";
import { assignFact } from "./assign-fact";
import { assignmentInput } from "./input";

/** The bureau hands an item to a 科室 or unit. */
export const assignCountyFact = defineAction({ act: "county-fact.approve", schema: assignmentInput, run: ({ tx, actor, input }) => assignFact(tx, actor, input) });
