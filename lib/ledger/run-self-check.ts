"use server";

import { defineAction } from "@/lib/access/define-action";
import { checkInput } from "./schema";
import { selfCheck } from "./self-check";

/** 自查 of a county by its bureau. */
export const runSelfCheck = defineAction({ act: "ledger.manage", schema: checkInput, run: ({ tx, actor, input }) => selfCheck(tx, actor, input) });
