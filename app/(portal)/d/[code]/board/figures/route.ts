import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { divisionCode } from "@/lib/api/shapes";
import { readBoard } from "@/lib/board/read-board";
import { notFoundError } from "@/lib/errors";

/** What a wall screen asks for again and again. */
export const GET = defineRoute({
  act: "results.read",
  params: z.object({ code: divisionCode }),
  query: z.object({}),
  run: async ({ tx, actor, params }) => {
    const { view } = await readBoard(tx, actor, params.code);
    if (!view) throw notFoundError();
    return { body: view, headers: { "cache-control": "no-store" } };
  },
});
