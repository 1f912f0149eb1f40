import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { getSchoolAnswer } from "@/lib/api/get-school-answer";

/** A school with the years of its filings. */
export const GET = defineRoute({
  act: "schools.read",
  params: z.object({ id: z.string().max(80) }),
  query: z.object({}),
  run: async ({ tx, params }) => ({ body: await getSchoolAnswer(tx, params.id) }),
});
