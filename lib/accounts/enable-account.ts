"use server";

import { defineAction } from "@/lib/access/define-action";
import { accountKey } from "./find-account";
import { switchAccount } from "./switch-account";

/** Puts a disabled account below the person back into use. */
export const enableAccount = defineAction({
  act: "account.manage",
  schema: accountKey,
  run: async ({ tx, actor, input }) => {
    const { username, audit } = await switchAccount(tx, actor, input, { state: "enabled" });
    return { value: undefined, audit, changed: ["/accounts", `/accounts/${input.userId}`], message: `已启用账号“${username}”。` };
  },
});
