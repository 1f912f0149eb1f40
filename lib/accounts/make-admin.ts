import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import { z } from "zod";
import { newSecrets } from "./secrets";

/** The account that creates all others; it reaches accounts only. */
export const ADMIN = "admin";
const found = z.object({ id: z.string(), demo: z.boolean(), people: z.number() });

export type MadeAdmin = { made: "created" | "renewed"; username: string; password: string };

/**
 * The way in when nobody can let anybody in: creates the system administrator, or gives the existing one a new initial password, which
 * the first login must change. For whoever runs the server; with the owner's connection. In the audit chain as every change of an account.
 * @param first only when the platform has no account at all.
 * @returns null when there was nothing to do; refuses a demonstration's administrator.
 */
export async function makeAdmin(client: ClientBase, { first }: { first: boolean }): Promise<MadeAdmin | null> {
  const [secret] = await newSecrets(1);
  if (!secret) throw new Error("no secret");
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('app.scope', 'cn', true), pg_advisory_xact_lock(hashtextextended('first-account', 0))");
    const { rows } = await client.query("SELECT coalesce(max(id) FILTER (WHERE username = $1), '') AS id, coalesce(bool_or(demo) FILTER (WHERE username = $1), false) AS demo, count(*)::int AS people FROM users", [ADMIN]);
    const { id, demo, people } = found.parse(rows[0]);
    if (first && people > 0) {
      await client.query("ROLLBACK");
      return null;
    }
    if (demo) throw new Error("演示数据的系统管理员不能重置；正式使用请用不装演示数据的数据库。");
    const made = id === "" ? "created" : "renewed";
    const userId = id === "" ? randomUUID() : id;
    if (made === "created") {
      await client.query("INSERT INTO users (id, username, display_name, password_hash, division_code) VALUES ($1, $2, '系统管理员', $3, 'cn')", [userId, ADMIN, secret.hash]);
    } else {
      await client.query("UPDATE users SET password_hash = $2, must_change_password = true, disabled_at = NULL, version = version + 1 WHERE id = $1", [userId, secret.hash]);
      await client.query("DELETE FROM sessions WHERE user_id = $1", [userId]);
      await client.query("SELECT auth_succeeded($1)", [`account:${ADMIN}`]);
    }
    await client.query("INSERT INTO memberships (id, user_id, office, level, division_code) SELECT $1, $2, 'sysadmin', 'nation', 'cn' WHERE NOT EXISTS (SELECT 1 FROM memberships WHERE user_id = $2 AND office = 'sysadmin' AND retired_at IS NULL)", [randomUUID(), userId]);
    await client.query("SELECT audit_append('cn', NULL, '服务器命令', $1, 'user', $2, 'cn', NULL, $3::jsonb)", [made === "created" ? "account.create" : "account.reset", userId, JSON.stringify({ username: ADMIN })]);
    await client.query("COMMIT");
    return { made, username: ADMIN, password: secret.password };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
