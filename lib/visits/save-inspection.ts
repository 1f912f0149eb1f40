"use server";

import { defineAction } from "@/lib/access/define-action";
import { inspectTask } from "./inspect-task";
import { inspectInput } from "./schema";

export const inspect = defineAction({ act: "inspection.write", schema: inspectInput, run: ({ tx, actor, input }) => inspectTask(tx, actor, input) });
