import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { getFilingAnswer } from "@/lib/api/get-filing-answer";

/** The approved filing of a school and year with its results. */
export const GET = defineRoute({
  act: "filing.read",
  params: z.object({ id: z.string().max(80), year: z.coerce.number().int().min(2000).max(2100) }),
  query: z.object({}),
  run: async ({ tx, params }) => ({ body: await getFilingAnswer(tx, params.id, params.year) }),
});
