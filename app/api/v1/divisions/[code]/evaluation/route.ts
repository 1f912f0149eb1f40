import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { getEvaluation } from "@/lib/api/get-evaluation";
import { divisionCode, yearQuery } from "@/lib/api/shapes";

/** The evaluate output of a county; distributions above it. */
export const GET = defineRoute({
  act: "results.read",
  params: z.object({ code: divisionCode }),
  query: z.object({ year: yearQuery, basis: z.enum(["approved", "live"]).default("approved") }),
  run: async ({ tx, actor, params, query }) => ({ body: await getEvaluation(tx, actor, params.code, query) }),
});
