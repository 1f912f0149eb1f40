"use server";

import { defineAction } from "@/lib/access/define-action";
import { accountKey } from "./find-account";
import { renewPassword } from "./renew-password";
import { newSecrets } from "./secrets";

/** A new initial password for an account below the person. */
export const resetPassword = defineAction({
  act: "account.manage",
  schema: accountKey,
  run: async ({ tx, actor, input }) => {
    const [secret] = await newSecrets(1);
    if (!secret) throw new Error("no secret");
    const { value, audit } = await renewPassword(tx, actor, input, secret);
    return { value, audit, changed: ["/accounts", `/accounts/${input.userId}`], message: "密码已重置，原有登录已全部退出。" };
  },
});
