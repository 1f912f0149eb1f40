"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { DUTIES, dutyText, hasDuties, type Duty } from "@/lib/access/duties";
import { OFFICE_NAME } from "@/lib/access/offices";
import { AppError, notFoundError } from "@/lib/errors";
import { accountKey, findAccount } from "./find-account";
import { assertManages } from "./manager";
import { LEVEL_KEYS, OFFICE_KEYS } from "./rules";

const held = z.object({ office: z.enum(OFFICE_KEYS), level: z.enum(LEVEL_KEYS), duties: z.array(z.enum(DUTIES)) });
const inOrder = (given: readonly Duty[]) => DUTIES.filter((duty) => given.includes(duty));

/** Which of 经办, 审核, 签发 an account is in an office that decides; holds from the person's next request on. */
export const setDuties = defineAction({
  act: "account.manage",
  schema: accountKey.extend({ membershipId: z.string().max(64), duties: z.array(z.enum(DUTIES)).max(DUTIES.length) }),
  run: async ({ tx, actor, input }) => {
    const account = await findAccount(tx, actor, input);
    if (account.demo) throw new AppError("forbidden", "演示账号的职责不能改动。");
    const membership = await tx.membership.findFirst({ where: { id: input.membershipId, userId: account.id, retiredAt: null } });
    if (!membership) throw notFoundError();
    const { office, level, duties: before } = held.parse(membership);
    const { divisionCode, schoolId } = membership;
    assertManages(actor, { office, level, divisionCode });
    if (!hasDuties({ office, level })) throw new AppError("state", `“${OFFICE_NAME[office]}”不办理申报认定的决定，没有经办、审核、签发之分。`);
    const duties = inOrder(input.duties);
    await tx.membership.update({ where: { id: membership.id }, data: { duties } });
    await tx.user.update({ where: { id: account.id }, data: { version: { increment: 1 } } });
    return {
      value: undefined,
      message: duties.length > 0 ? `职责已设定为：${dutyText(duties)}。` : "已取消全部职责，这个账号只能查看决定。",
      audit: { act: "account.duties", entity: "user", entityId: account.id, divisionCode, schoolId, detail: { username: account.username, office, level, from: inOrder(before), to: duties } },
      changed: ["/accounts", `/accounts/${account.id}`],
    };
  },
});
