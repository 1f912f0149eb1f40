import type { Actor } from "@/lib/access/actor";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { closeSessionsOf, findManagedAccount, type AccountKey } from "./find-account";

/** Disables or enables an account; a disabled one is signed out at once, and says why. Nothing is deleted. */
export async function switchAccount(tx: Tx, actor: Actor, key: AccountKey, to: { state: "enabled" } | { state: "disabled"; reason: string }): Promise<{ username: string; audit: AuditEntry }> {
  const account = await findManagedAccount(tx, actor, key);
  const { state } = to;
  if (account.demo && state === "disabled") throw new AppError("forbidden", "演示账号不能停用。");
  const from = account.disabledAt ? "disabled" : "enabled";
  if (from === state) throw new AppError("state", state === "disabled" ? "这个账号已经停用。" : "这个账号没有停用。");
  await tx.user.update({ where: { id: account.id }, data: { disabledAt: state === "disabled" ? new Date() : null, disabledReason: state === "disabled" ? to.reason : null, version: { increment: 1 } } });
  const sessionsEnded = state === "disabled" ? await closeSessionsOf(tx, account.id) : 0;
  return {
    username: account.username,
    audit: { act: state === "disabled" ? "account.disable" : "account.enable", entity: "user", entityId: account.id, divisionCode: account.divisionCode, schoolId: account.schoolId, detail: { username: account.username, state: { from, to: state }, reason: state === "disabled" ? to.reason : undefined, sessionsEnded } },
  };
}
