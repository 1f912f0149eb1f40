import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { exportTable } from "@/lib/filings/export-table";

/** The base table of a county and year as .xlsx: approved, live or the empty template. */
export const GET = defineRoute({
  act: "filing.read",
  params: z.object({ code: z.string().regex(/^\d{6}$/) }),
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100), content: z.enum(["approved", "live", "template"]).default("approved") }),
  run: async ({ tx, actor, params: { code }, query: { year, content } }) => ({ file: await exportTable(tx, actor, { code, year, content }) }),
});
