import { z } from "zod";
import { defineOpenRoute } from "@/lib/access/define-open-route";
import { answerSurvey } from "@/lib/surveys/answer-survey";
import { answerInput } from "@/lib/surveys/schema";

/** One anonymous answer to a survey. */
export const POST = defineOpenRoute({
  params: z.object({ id: z.string().max(60) }),
  body: answerInput,
  run: async ({ params, body, address }) => {
    await answerSurvey(params.id, body, address);
    return { ok: true };
  },
});
