import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { manages } from "./manager";
import { LEVEL_KEYS, OFFICE_KEYS } from "./rules";

export const accountKey = z.object({ userId: z.string().max(64), version: z.coerce.number().int() });
/** Why an account or an office ends. */
export const reason = z.string().trim().min(2, "请写明原因。").max(200, "最多 200 字。");
export type AccountKey = z.infer<typeof accountKey>;

const officeRow = z.object({ office: z.enum(OFFICE_KEYS), level: z.enum(LEVEL_KEYS), division_code: z.string() });

const SELECT = { id: true, username: true, displayName: true, demo: true, disabledAt: true, divisionCode: true, schoolId: true, version: true } as const;

/** Every office that the account holds, also out of reach. */
export async function officesOf(tx: Tx, userId: string) {
  return z.array(officeRow).parse(await tx.$queryRaw<unknown[]>`SELECT office, level, division_code FROM auth_account_offices(${userId})`);
}

/** Whether the person administers the account: all its offices must lie below. One without offices is the system administrator's. */
export function managesAll(actor: Actor, offices: z.infer<typeof officeRow>[]): boolean {
  if (offices.length === 0) return actor.office.office === "sysadmin";
  return offices.every(({ office, level, division_code: divisionCode }) => manages(actor, { office, level, divisionCode }));
}

/** An account in reach, locked for this transaction; what may be done with it is still to be asked. */
export async function findAccount(tx: Tx, actor: Actor, { userId, version }: AccountKey) {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR UPDATE`;
  const account = await tx.user.findUnique({ where: { id: userId }, select: SELECT });
  if (!account) throw notFoundError();
  if (account.id === actor.userId) throw new AppError("forbidden", "不能在这里办理自己的账号；修改密码请从右上角进入。");
  if (account.version !== version) throw new AppError("conflict", "这个账号刚被他人修改，请刷新后再办理。");
  return account;
}

/** An account that the person may administer, locked for this transaction. */
export async function findManagedAccount(tx: Tx, actor: Actor, key: AccountKey) {
  const account = await findAccount(tx, actor, key);
  if (!managesAll(actor, await officesOf(tx, account.id))) throw new AppError("forbidden", "这个账号有不属于您管理的岗位，请由其上级办理。");
  return account;
}

/** Ends all sessions and tokens of an account in reach; how many sessions were open. */
export async function closeSessionsOf(tx: Tx, userId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ closed: number }[]>`SELECT auth_close_sessions(${userId}) AS closed`;
  return rows[0]?.closed ?? 0;
}
