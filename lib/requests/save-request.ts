"use server";

import { defineAction } from "@/lib/access/define-action";
import { moveRequest } from "./move-request";
import { requestActInput, sendInput } from "./schema";
import { sendRequest } from "./send-request";

export const askAbove = defineAction({ act: "request.send", schema: sendInput, run: ({ tx, actor, input }) => sendRequest(tx, actor, input) });
/** The asker's acts. */
export const followRequest = defineAction({ act: "request.send", schema: requestActInput, run: ({ tx, actor, input }) => moveRequest(tx, actor, input) });
export const answerRequest = defineAction({ act: "request.answer", schema: requestActInput, run: ({ tx, actor, input }) => moveRequest(tx, actor, input) });
