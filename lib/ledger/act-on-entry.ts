"use server";

import { defineAction } from "@/lib/access/define-action";
import { moveEntry } from "./move-entry";
import { ledgerActInput } from "./schema";

/** 开始整改, 记录进展, 报请核验, 核验销号, 退回, 重新打开. */
export const actOnEntry = defineAction({ act: "ledger.act", schema: ledgerActInput, run: ({ tx, actor, input }) => moveEntry(tx, actor, input) });
