"use server";

import { defineAction } from "@/lib/access/define-action";
import { replyInput, sendInput } from "./schema";
import { replyGuidance, sendGuidance } from "./write-guidance";

export const postGuidance = defineAction({ act: "guidance.send", schema: sendInput, run: ({ tx, actor, input }) => sendGuidance(tx, actor, input) });
export const answerGuidance = defineAction({ act: "guidance.reply", schema: replyInput, run: ({ tx, actor, input }) => replyGuidance(tx, actor, input) });
