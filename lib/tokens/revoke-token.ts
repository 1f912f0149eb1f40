"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { notFoundError } from "@/lib/errors";

/** Ends one of the person's own tokens at once. */
export const revokeToken = defineAction({
  act: "token.own",
  schema: z.object({ id: z.string().max(60) }),
  run: async ({ tx, actor, input }) => {
    const { count } = await tx.apiToken.updateMany({ where: { id: input.id, userId: actor.userId, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count === 0) throw notFoundError();
    return {
      value: undefined,
      message: "令牌已停用。",
      audit: { act: "token.revoke", entity: "token", entityId: input.id, divisionCode: actor.office.divisionCode, schoolId: actor.office.schoolId, detail: {} },
      changed: ["/me"],
    };
  },
});
