"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { OFFICE_NAME } from "@/lib/access/offices";
import { AppError, notFoundError } from "@/lib/errors";
import { accountKey, findAccount, officesOf, reason } from "./find-account";
import { assertManages } from "./manager";
import { LEVEL_KEYS, OFFICE_KEYS } from "./rules";

const kind = z.object({ office: z.enum(OFFICE_KEYS), level: z.enum(LEVEL_KEYS) });

/** Ends one office below the person, from the next request on; the last one is not ended but the account disabled. */
export const endOffice = defineAction({
  act: "account.manage",
  schema: accountKey.extend({ membershipId: z.string().max(64), reason }),
  run: async ({ tx, actor, input }) => {
    const account = await findAccount(tx, actor, input);
    if (account.demo) throw new AppError("forbidden", "演示账号的岗位不能结束。");
    const membership = await tx.membership.findFirst({ where: { id: input.membershipId, userId: account.id, retiredAt: null } });
    if (!membership) throw notFoundError();
    const { office, level } = kind.parse(membership);
    const { divisionCode, schoolId } = membership;
    assertManages(actor, { office, level, divisionCode });
    if ((await officesOf(tx, account.id)).length < 2) throw new AppError("state", "这是该账号唯一的岗位，请改为停用账号。");
    await tx.membership.update({ where: { id: membership.id }, data: { retiredAt: new Date() } });
    await tx.user.update({ where: { id: account.id }, data: { version: { increment: 1 } } });
    return {
      value: undefined,
      message: `已结束岗位“${OFFICE_NAME[office]}”。`,
      audit: { act: "account.office-end", entity: "user", entityId: account.id, divisionCode, schoolId, detail: { username: account.username, office, level, reason: input.reason } },
      changed: ["/accounts", `/accounts/${account.id}`],
    };
  },
});
