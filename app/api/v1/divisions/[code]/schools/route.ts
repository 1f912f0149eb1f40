import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { listSchoolPage } from "@/lib/api/list-school-page";
import { divisionCode, yearQuery } from "@/lib/api/shapes";

/** The roster of a year below a division, paged by school code. */
export const GET = defineRoute({
  act: "results.read",
  params: z.object({ code: divisionCode }),
  query: z.object({ year: yearQuery, cursor: z.string().regex(/^\d{10}$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
  run: async ({ tx, actor, params, query }) => ({ body: await listSchoolPage(tx, actor, params.code, query) }),
});
