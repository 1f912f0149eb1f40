"use server";

import { defineAction } from "@/lib/access/define-action";
import { documentInput } from "./schema";
import { writeDocument } from "./write-document";

export const saveDocument = defineAction({ act: "task.manage", schema: documentInput, run: ({ tx, actor, input }) => writeDocument(tx, actor, input) });
