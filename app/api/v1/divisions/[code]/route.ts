import { z } from "zod";
import { demoNotice } from "@/lib/access/demo-notice";
import { defineRoute } from "@/lib/access/define-route";
import { getPlace } from "@/lib/divisions/get-place";
import { division, divisionCode } from "@/lib/api/shapes";

/** A division with its years. */
export const GET = defineRoute({
  act: "results.read",
  params: z.object({ code: divisionCode }),
  query: z.object({}),
  run: async ({ tx, actor, params }) => {
    const { code, name, level, years, trail } = await getPlace(tx, actor, params.code);
    return { body: division.parse({ code, name, level, years, demo: (await demoNotice()) !== null, parent: trail.at(-2)?.code ?? null }) };
  },
});
