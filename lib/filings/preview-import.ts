"use server";

import { defineAction } from "@/lib/access/define-action";
import { importInput, prepareImport, type PreparedImport } from "./import-source";

/** What an import of a base table or of the statistics would do; nothing is written, so nothing enters the log. */
export const previewImport = defineAction({
  act: "filing.import",
  schema: importInput,
  run: async ({ tx, actor, input }) => {
    const { plan, token } = await prepareImport(tx, actor, input, false);
    const value: PreparedImport = { plan, token };
    return { value, audit: [], changed: [] };
  },
});
