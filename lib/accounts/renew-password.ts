import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { closeSessionsOf, findManagedAccount, type AccountKey } from "./find-account";
import { OFFICE_KEYS } from "./rules";
import type { Secret } from "./secrets";
import type { Slip } from "./slip";

const held = z.object({ office: z.enum(OFFICE_KEYS), place: z.string() });

/** A new initial password: sessions end, the lock after wrong passwords is lifted, the next login must change it. */
export async function renewPassword(tx: Tx, actor: Actor, key: AccountKey, secret: Secret): Promise<{ value: Slip[]; audit: AuditEntry }> {
  const account = await findManagedAccount(tx, actor, key);
  if (account.demo) throw new AppError("forbidden", "演示账号的密码不能重置。");
  if (account.disabledAt) throw new AppError("state", "账号已停用，请先启用再重置密码。");
  await tx.user.update({ where: { id: account.id }, data: { passwordHash: secret.hash, mustChangePassword: true, version: { increment: 1 } } });
  const sessions = await closeSessionsOf(tx, account.id);
  await tx.$executeRaw`SELECT auth_succeeded(${`account:${account.username}`})`;
  const offices = z.array(held).parse(await tx.$queryRaw<unknown[]>`
    SELECT m.office, coalesce(s.name, d.name || coalesce(regexp_replace(u.name, '^[县市区]', ''), '')) AS place FROM memberships m
      JOIN divisions d ON d.code = m.division_code LEFT JOIN schools s ON s.id = m.school_id LEFT JOIN units u ON u.id = m.unit_id
    WHERE m.user_id = ${account.id} AND m.retired_at IS NULL ORDER BY m.starts_on, m.id`);
  const slip: Slip = {
    username: account.username,
    password: secret.password,
    place: [...new Set(offices.map(({ place }) => place))].join("、"),
    offices: [...new Set(offices.map(({ office }) => OFFICE_NAME[office]))].join("、"),
    displayName: account.displayName,
  };
  return {
    value: [slip],
    audit: { act: "account.reset", entity: "user", entityId: account.id, divisionCode: account.divisionCode, schoolId: account.schoolId, detail: { username: account.username, sessionsEnded: sessions } },
  };
}
