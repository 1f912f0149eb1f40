"use server";

import { randomUUID } from "node:crypto";
import { defineAction } from "@/lib/access/define-action";
import { OFFICE_NAME } from "@/lib/access/offices";
import { AppError } from "@/lib/errors";
import { accountKey, findManagedAccount } from "./find-account";
import { positionInput, resolvePosition } from "./position";

/** One office more for a person whom this administrator already administers; whoever is out of reach does not exist. */
export const addOffice = defineAction({
  act: "account.manage",
  schema: accountKey.extend(positionInput.shape),
  run: async ({ tx, actor, input }) => {
    const account = await findManagedAccount(tx, actor, input);
    if (account.disabledAt) throw new AppError("state", "账号已停用，请先启用再增加岗位。");
    const { office, level, divisionCode, schoolId = null, unitId = null, schoolIds, placeName } = await resolvePosition(tx, actor, input);
    const held = await tx.membership.count({ where: { userId: account.id, office, level, divisionCode, schoolId, unitId, retiredAt: null, OR: [{ endsOn: null }, { endsOn: { gte: new Date() } }] } });
    if (held > 0) throw new AppError("invalid", undefined, { office: `这个账号已有“${placeName}”的这个岗位。` });
    await tx.membership.create({ data: { id: randomUUID(), userId: account.id, office, level, divisionCode, schoolId, unitId, schoolIds } });
    await tx.user.update({ where: { id: account.id }, data: { version: { increment: 1 } } });
    return {
      value: undefined,
      message: `已增加岗位：${placeName} · ${OFFICE_NAME[office]}。`,
      audit: { act: "account.office-add", entity: "user", entityId: account.id, divisionCode, schoolId, detail: { username: account.username, office, level, place: placeName } },
      changed: ["/accounts", `/accounts/${account.id}`],
    };
  },
});
