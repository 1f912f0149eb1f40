import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { listTargetAnswer } from "@/lib/api/list-target-answer";
import { divisionCode } from "@/lib/api/shapes";

/** Targets by year against computed actuals. */
export const GET = defineRoute({
  act: "plan.read",
  params: z.object({ code: divisionCode }),
  query: z.object({}),
  run: async ({ tx, actor, params }) => ({ body: await listTargetAnswer(tx, actor, params.code) }),
});
