"use server";

import { defineAction } from "@/lib/access/define-action";
import { accountKey } from "./find-account";
import { switchAccount } from "./switch-account";

/** Takes an account below the person out of use and signs it out. */
export const disableAccount = defineAction({
  act: "account.manage",
  schema: accountKey,
  run: async ({ tx, actor, input }) => {
    const { username, audit } = await switchAccount(tx, actor, input, "disabled");
    return { value: undefined, audit, changed: ["/accounts"], message: `已停用账号“${username}”。` };
  },
});
