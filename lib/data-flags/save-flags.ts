"use server";

import { defineAction } from "@/lib/access/define-action";
import { moveFlag } from "./move-flag";
import { scanCounty } from "./scan-county";
import { flagActInput, scanInput } from "./schema";

export const checkData = defineAction({ act: "flag.read", schema: scanInput, run: ({ tx, actor, input }) => scanCounty(tx, actor, input) });
export const answerFlag = defineAction({ act: "flag.answer", schema: flagActInput, run: ({ tx, actor, input }) => moveFlag(tx, actor, input) });
export const judgeFlag = defineAction({ act: "flag.judge", schema: flagActInput, run: ({ tx, actor, input }) => moveFlag(tx, actor, input) });
