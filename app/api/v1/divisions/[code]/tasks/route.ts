import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { listTaskPage } from "@/lib/api/list-task-page";
import { divisionCode, yearQuery } from "@/lib/api/shapes";

/** The tasks of a year in a division and below, paged. */
export const GET = defineRoute({
  act: "task.read",
  params: z.object({ code: divisionCode }),
  query: z.object({ year: yearQuery, cursor: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  run: async ({ tx, actor, params, query }) => ({ body: await listTaskPage(tx, actor, params.code, query) }),
});
