import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { officeTitle } from "@/lib/access/offices";

/** Who is asking, and nothing more: also the floor that other answers are measured against. */
export const GET = defineRoute({
  act: "notice.own",
  params: z.object({}),
  query: z.object({}),
  run: async ({ actor }) => ({ body: { username: actor.username, office: officeTitle(actor.office), division: actor.office.divisionCode, school: actor.office.schoolId } }),
});
