import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { saveSection } from "@/lib/filings/save-section";

/** Autosave of one form section; `base` is the version it was typed over. */
export const PUT = defineRoute({
  act: "filing.edit",
  params: z.object({ id: z.string().max(80), section: z.string().max(40) }),
  query: z.object({}),
  body: z.object({ base: z.number().int().min(0), values: z.record(z.string(), z.unknown()) }),
  run: async ({ tx, actor, params, body }) => ({ body: await saveSection(tx, actor, { filingId: params.id, section: params.section, ...body }) }),
});
