import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { getPlanAnswer } from "@/lib/api/get-plan-answer";
import { divisionCode } from "@/lib/api/shapes";

/** The 规划表 below a division by 申报年. */
export const GET = defineRoute({
  act: "plan.read",
  params: z.object({ code: divisionCode }),
  query: z.object({}),
  run: async ({ tx, actor, params }) => ({ body: await getPlanAnswer(tx, actor, params.code) }),
});
