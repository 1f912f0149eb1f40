import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { manages } from "./manager";
import { LEVEL_KEYS, OFFICE_KEYS } from "./rules";

export const accountKey = z.object({ userId: z.string().max(64), version: z.coerce.number().int() });
export type AccountKey = z.infer<typeof accountKey>;

const officeRow = z.object({ office: z.enum(OFFICE_KEYS), level: z.enum(LEVEL_KEYS), division_code: z.string() });

/** An account that the person may administer, locked for this transaction. All its offices must lie below. */
export async function findManagedAccount(tx: Tx, actor: Actor, { userId, version }: AccountKey) {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR UPDATE`;
  const account = await tx.user.findUnique({ where: { id: userId }, select: { id: true, username: true, displayName: true, demo: true, disabledAt: true, divisionCode: true, schoolId: true, version: true } });
  if (!account) throw notFoundError();
  if (account.id === actor.userId) throw new AppError("forbidden", "不能在这里办理自己的账号；修改密码请从右上角进入。");
  const offices = z.array(officeRow).parse(await tx.$queryRaw<unknown[]>`SELECT office, level, division_code FROM auth_account_offices(${userId})`);
  const allBelow = offices.length > 0 && offices.every(({ office, level, division_code: divisionCode }) => manages(actor, { office, level, divisionCode }));
  const orphan = offices.length === 0 && actor.office.office === "sysadmin";
  if (!allBelow && !orphan) throw new AppError("forbidden", "这个账号有不属于您管理的岗位，请由其上级办理。");
  if (account.version !== version) throw new AppError("conflict", "这个账号刚被他人修改，请刷新后再办理。");
  return account;
}

/** Ends all sessions and tokens of an account in reach; how many sessions were open. */
export async function closeSessionsOf(tx: Tx, userId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ closed: number }[]>`SELECT auth_close_sessions(${userId}) AS closed`;
  return rows[0]?.closed ?? 0;
}
