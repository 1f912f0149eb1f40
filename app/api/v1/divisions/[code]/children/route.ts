import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { child, divisionCode, listOf, yearQuery } from "@/lib/api/shapes";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { listChildren } from "@/lib/results/list-children";

/** The divisions one level below, by code. */
export const GET = defineRoute({
  act: "results.read",
  params: z.object({ code: divisionCode }),
  query: z.object({ year: yearQuery }),
  run: async ({ tx, actor, params, query }) => {
    const place = await getPlace(tx, actor, params.code);
    const items = place.level === "county" ? [] : await listChildren(tx, place.code, place.level, chooseYear(place, query.year) ?? 0);
    return { body: listOf(child).parse({ items, total: items.length, nextCursor: null }) };
  },
});
