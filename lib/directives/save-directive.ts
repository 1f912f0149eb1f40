"use server";

import { defineAction } from "@/lib/access/define-action";
import { moveDirective } from "./move-directive";
import { directiveActInput, sendInput } from "./schema";
import { sendDirective } from "./send-directive";

export const postDirective = defineAction({ act: "directive.send", schema: sendInput, run: ({ tx, actor, input }) => sendDirective(tx, actor, input) });
/** The sender's acts. */
export const followDirective = defineAction({ act: "directive.send", schema: directiveActInput, run: ({ tx, actor, input }) => moveDirective(tx, actor, input) });
export const replyDirective = defineAction({ act: "directive.reply", schema: directiveActInput, run: ({ tx, actor, input }) => moveDirective(tx, actor, input) });
