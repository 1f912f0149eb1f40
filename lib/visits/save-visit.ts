"use server";

import { defineAction } from "@/lib/access/define-action";
import { acknowledgeVisit } from "./answer-visit";
import { cancelVisit } from "./cancel-visit";
import { changeVisit } from "./change-visit";
import { planVisit } from "./plan-visit";
import { recordVisit } from "./record-visit";
import { acknowledgeInput, cancelInput, changeInput, limitInput, planInput, recordInput } from "./schema";
import { setVisitLimit } from "./set-limit";

export const plan = defineAction({ act: "visit.write", schema: planInput, run: ({ tx, actor, input }) => planVisit(tx, actor, input) });
export const change = defineAction({ act: "visit.write", schema: changeInput, run: ({ tx, actor, input }) => changeVisit(tx, actor, input) });
export const record = defineAction({ act: "visit.write", schema: recordInput, run: ({ tx, actor, input }) => recordVisit(tx, actor, input) });
export const cancel = defineAction({ act: "visit.write", schema: cancelInput, run: ({ tx, actor, input }) => cancelVisit(tx, actor, input) });
export const acknowledge = defineAction({ act: "visit.answer", schema: acknowledgeInput, run: ({ tx, actor, input }) => acknowledgeVisit(tx, actor, input) });
export const setLimit = defineAction({ act: "visit.manage", schema: limitInput, run: ({ tx, actor, input }) => setVisitLimit(tx, actor, input) });
