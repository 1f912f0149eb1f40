"use server";

import { defineAction } from "@/lib/access/define-action";
import { importInput, prepareImport } from "./import-source";

/** What an import of a base table would do; nothing is written, so nothing enters the log. */
export const previewImport = defineAction({
  act: "filing.import",
  schema: importInput,
  run: async ({ tx, actor, input }) => ({ value: await prepareImport(tx, actor, input, false), audit: [], changed: [] }),
});
