"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { digest, newSecret } from "@/lib/access/hash";
import { AppError } from "@/lib/errors";

/** More would be forgotten ones. */
const MOST = 10;
const DAYS = 180;

/** A personal bearer token for the API, with the reach of the office that is active. Shown once; only its SHA-256 is kept. */
export const createToken = defineAction({
  act: "token.own",
  schema: z.object({ name: z.string().trim().min(1, "请写明用途。").max(60, "最多 60 字。") }),
  run: async ({ tx, actor, input }) => {
    const alive = await tx.apiToken.count({ where: { userId: actor.userId, revokedAt: null, expiresAt: { gt: new Date() } } });
    if (alive >= MOST) throw new AppError("state", `最多保留 ${MOST} 个有效令牌，请先停用不再使用的。`);
    const secret = newSecret();
    const id = randomUUID();
    await tx.apiToken.create({ data: { id, userId: actor.userId, membershipId: actor.office.id, name: input.name, tokenHash: digest(secret), expiresAt: new Date(Date.now() + DAYS * 86_400_000) } });
    return {
      value: { secret },
      message: `令牌只显示这一次，有效期 ${DAYS} 天。`,
      audit: { act: "token.create", entity: "token", entityId: id, divisionCode: actor.office.divisionCode, schoolId: actor.office.schoolId, detail: { name: input.name } },
      changed: ["/me"],
    };
  },
});
