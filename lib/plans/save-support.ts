"use server";

import { defineAction } from "@/lib/access/define-action";
import { eventInput, eventKey, supportInput, supportKey } from "./support-schema";
import { retireEvent, retireSupport, setEvent, setSupport } from "./write-support";

export const saveSupport = defineAction({ act: "plan.lock", schema: supportInput, run: ({ tx, actor, input }) => setSupport(tx, actor, input) });
export const dropSupport = defineAction({ act: "plan.lock", schema: supportKey, run: ({ tx, actor, input }) => retireSupport(tx, actor, input) });
export const saveEvent = defineAction({ act: "plan.lock", schema: eventInput, run: ({ tx, actor, input }) => setEvent(tx, actor, input) });
export const dropEvent = defineAction({ act: "plan.lock", schema: eventKey, run: ({ tx, actor, input }) => retireEvent(tx, actor, input) });
