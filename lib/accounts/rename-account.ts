"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { accountKey, findManagedAccount } from "./find-account";
import { DISPLAY_NAME_LONG, DISPLAY_NAME_SHORT } from "./rules";

/** Another 姓名或岗位名称 for an account below the person. The log says that it changed, not what people are called. */
export const renameAccount = defineAction({
  act: "account.manage",
  schema: accountKey.extend({ displayName: z.string().trim().min(2, DISPLAY_NAME_SHORT).max(40, DISPLAY_NAME_LONG) }),
  run: async ({ tx, actor, input }) => {
    const account = await findManagedAccount(tx, actor, input);
    await tx.user.update({ where: { id: account.id }, data: { displayName: input.displayName, version: { increment: 1 } } });
    return {
      value: undefined,
      message: "名称已更改。",
      audit: { act: "account.rename", entity: "user", entityId: account.id, divisionCode: account.divisionCode, schoolId: account.schoolId, detail: { username: account.username } },
      changed: ["/accounts", `/accounts/${account.id}`],
    };
  },
});
