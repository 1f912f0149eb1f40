"use server";

import { defineAction } from "@/lib/access/define-action";
import { lockPlan, notePlan, unlockPlan } from "./lock-plan";
import { moveRow } from "./move-row";
import { placeCounty } from "./place-county";
import { noteInput, placeInput, planKey, planNoteInput, returnInput, rowInput, shareInput, shareKey, unlockInput } from "./schema";
import { retireShare, setShare } from "./set-share";

export const place = defineAction({ act: "plan.manage", schema: placeInput, run: ({ tx, actor, input }) => placeCounty(tx, actor, input) });
export const noteRow = defineAction({ act: "plan.manage", schema: noteInput, run: ({ tx, actor, input }) => moveRow(tx, actor, "note", input) });
export const submitRow = defineAction({ act: "plan.manage", schema: rowInput, run: ({ tx, actor, input }) => moveRow(tx, actor, "submit", input) });
export const returnRow = defineAction({ act: "plan.lock", schema: returnInput, run: ({ tx, actor, input }) => moveRow(tx, actor, "return", input) });
export const lock = defineAction({ act: "plan.lock", schema: planKey, run: ({ tx, actor, input }) => lockPlan(tx, actor, input) });
export const unlock = defineAction({ act: "plan.lock", schema: unlockInput, run: ({ tx, actor, input }) => unlockPlan(tx, actor, input) });
export const saveNote = defineAction({ act: "plan.lock", schema: planNoteInput, run: ({ tx, actor, input }) => notePlan(tx, actor, input) });
export const saveShare = defineAction({ act: "plan.lock", schema: shareInput, run: ({ tx, actor, input }) => setShare(tx, actor, input) });
export const dropShare = defineAction({ act: "plan.lock", schema: shareKey, run: ({ tx, actor, input }) => retireShare(tx, actor, input) });
