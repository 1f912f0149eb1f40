import type { Actor } from "@/lib/access/actor";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { closeSessionsOf, findManagedAccount, type AccountKey } from "./find-account";

/** Disables or enables an account; a disabled one is signed out at once. Nothing is deleted. */
export async function switchAccount(tx: Tx, actor: Actor, key: AccountKey, to: "disabled" | "enabled"): Promise<{ username: string; audit: AuditEntry }> {
  const account = await findManagedAccount(tx, actor, key);
  if (account.demo && to === "disabled") throw new AppError("forbidden", "演示账号不能停用。");
  const from = account.disabledAt ? "disabled" : "enabled";
  if (from === to) throw new AppError("state", to === "disabled" ? "这个账号已经停用。" : "这个账号没有停用。");
  await tx.user.update({ where: { id: account.id }, data: { disabledAt: to === "disabled" ? new Date() : null, version: { increment: 1 } } });
  const sessionsEnded = to === "disabled" ? await closeSessionsOf(tx, account.id) : 0;
  return {
    username: account.username,
    audit: { act: to === "disabled" ? "account.disable" : "account.enable", entity: "user", entityId: account.id, divisionCode: account.divisionCode, schoolId: account.schoolId, detail: { username: account.username, state: { from, to }, sessionsEnded } },
  };
}
