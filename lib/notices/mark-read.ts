"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";

/** The person has read these notices of the place. */
export const markRead = defineAction({
  act: "notice.own",
  schema: z.object({ ids: z.array(z.string().max(60)).max(100) }),
  run: async ({ tx, actor, input }) => {
    const seen = await tx.notice.findMany({ where: { id: { in: input.ids } }, select: { id: true } });
    await tx.noticeRead.createMany({ data: seen.map(({ id }) => ({ noticeId: id, userId: actor.userId })), skipDuplicates: true });
    return { value: { count: seen.length }, audit: [], changed: ["/work"] };
  },
});
