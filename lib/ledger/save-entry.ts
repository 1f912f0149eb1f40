"use server";

import { defineAction } from "@/lib/access/define-action";
import { addEntry } from "./add-entry";
import { assignEntries } from "./assign-entries";
import { cancelEntry, planEntry } from "./plan-entry";
import { assignInput, cancelInput, manualInput, planInput } from "./schema";

export const savePlan = defineAction({ act: "ledger.act", schema: planInput, run: ({ tx, actor, input }) => planEntry(tx, actor, input) });
export const assignMany = defineAction({ act: "ledger.manage", schema: assignInput, run: ({ tx, actor, input }) => assignEntries(tx, actor, input) });
export const addManual = defineAction({ act: "ledger.manage", schema: manualInput, run: ({ tx, actor, input }) => addEntry(tx, actor, input) });
export const dropEntry = defineAction({ act: "ledger.manage", schema: cancelInput, run: ({ tx, actor, input }) => cancelEntry(tx, actor, input) });
