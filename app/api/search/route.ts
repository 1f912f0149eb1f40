import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { findHits } from "@/lib/search/find-hits";

/** The search of the header: pages, places and schools in reach, twenty at most. */
export const GET = defineRoute({
  act: "search.use",
  params: z.object({}),
  query: z.object({ q: z.string().max(40, "最多 40 字。").default("") }),
  run: async ({ tx, actor, query }) => ({ body: { items: await findHits(tx, actor, query.q) } }),
});
