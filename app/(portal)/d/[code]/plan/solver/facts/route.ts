import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { divisionCode } from "@/lib/api/shapes";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { readCounty } from "@/lib/planner/read-county";

/** The figures that a what-if reckons with in the browser. */
export const GET = defineRoute({
  act: "plan.read",
  params: z.object({ code: divisionCode }),
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100), basis: z.enum(["approved", "live"]).default("approved") }),
  run: async ({ tx, actor, params: { code }, query: { year, basis } }) => {
    await getOwnPlace(tx, actor, code);
    const { schools, standard } = await readCounty(tx, actor, code, year, basis);
    return { body: { schools, standard } };
  },
});
