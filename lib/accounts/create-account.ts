"use server";

import { defineAction } from "@/lib/access/define-action";
import { accountInput, openAccount } from "./open-account";
import { newSecrets } from "./secrets";

/** One account below the person; the slip in the answer is the only place where the initial password is in clear. */
export const createAccount = defineAction({
  act: "account.manage",
  schema: accountInput,
  run: async ({ tx, actor, input }) => {
    const [secret] = await newSecrets(1);
    if (!secret) throw new Error("no secret");
    const { value, audit } = await openAccount(tx, actor, input, secret);
    return { value, audit, changed: ["/accounts"], message: `已建立账号“${input.username}”。` };
  },
});
