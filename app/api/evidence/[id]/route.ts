import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { detachFile } from "@/lib/evidence/detach-file";
import { readFile } from "@/lib/evidence/read-file";

const params = z.object({ id: z.uuid() });

/** Downloads a file by its id. */
export const GET = defineRoute({
  act: "evidence.read",
  params,
  query: z.object({}),
  run: async ({ tx, params: { id } }) => ({ file: await readFile(tx, id) }),
});

/** Takes a piece off what is being filled in, by the id of its link. */
export const DELETE = defineRoute({
  act: "evidence.edit",
  params,
  query: z.object({}),
  run: ({ tx, actor, params: { id } }) => detachFile(tx, actor, id),
});
