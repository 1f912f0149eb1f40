"use server";

import { defineAction } from "@/lib/access/define-action";
import { accountKey, reason } from "./find-account";
import { switchAccount } from "./switch-account";

/** Takes an account below the person out of use and signs it out. */
export const disableAccount = defineAction({
  act: "account.manage",
  schema: accountKey.extend({ reason }),
  run: async ({ tx, actor, input }) => {
    const { username, audit } = await switchAccount(tx, actor, input, { state: "disabled", reason: input.reason });
    return { value: undefined, audit, changed: ["/accounts", `/accounts/${input.userId}`], message: `已停用账号“${username}”。` };
  },
});
