"use server";

import { defineAction } from "@/lib/access/define-action";
import { enterTeaching } from "./enter-record";
import { reviewTeaching } from "./review-record";
import { cycleInput, entryInput, reviewInput } from "./schema";
import { setCycle } from "./set-cycle";

export const enter = defineAction({ act: "teacher-record.edit", schema: entryInput, run: ({ tx, actor, input }) => enterTeaching(tx, actor, input) });
export const review = defineAction({ act: "teacher-record.confirm", schema: reviewInput, run: ({ tx, actor, input }) => reviewTeaching(tx, actor, input) });
export const beginCycle = defineAction({ act: "teacher-record.confirm", schema: cycleInput, run: ({ tx, actor, input }) => setCycle(tx, actor, input) });
