/**
 * Two roles: the owner of the tables (migrations, jobs) and the application, which owns nothing, so that
 * row-level security holds for it. An application role that could pass by the policies is refused.
 */
import { parseDatabaseUrl, withClient } from "./database-url.mjs";
import { Trouble } from "./report.mjs";

/** Migrations grant to this role by name. */
export const APP_ROLE = "youjun_app";
const OLDEST_SERVER = 14;
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const roleExists = async (client, name) => (await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name])).rowCount === 1;

/** Makes a role without any power; two starts at once may both try. */
async function createRole(client, name, options) {
  await client.query(`CREATE ROLE ${quoted(name)} ${options} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`).catch((error) => {
    if (!["42710", "23505"].includes(error.code)) throw error;
  });
}

/** In our own server: the role and its password, set again at each start. */
export function ensureEmbeddedRole(ownerUrl, password) {
  return withClient(ownerUrl, async (client) => {
    if (!(await roleExists(client, APP_ROLE))) await createRole(client, APP_ROLE, "LOGIN");
    await client.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD '${password}' NOSUPERUSER NOBYPASSRLS`);
  });
}

export function ensureDatabase(adminUrl, name) {
  return withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${quoted(name)}`);
  });
}

/** In somebody else's server: tries to make what is missing; where that is not allowed, says what the administrator should run. */
export function ensureExternalRole(ownerUrl, appUrl) {
  const app = parseDatabaseUrl(appUrl, "DATABASE_APP_URL");
  const owner = parseDatabaseUrl(ownerUrl);
  if (app.user === owner.user) throw new Trouble(`DATABASE_APP_URL 和 DATABASE_URL 是同一个用户 ${app.user}，各级数据会失去隔离：应用请改用另一个普通角色（如 ${APP_ROLE}）。`);
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS version");
    if (rows[0].version < OLDEST_SERVER) throw new Trouble(`数据库是 PostgreSQL ${rows[0].version}，需要 ${OLDEST_SERVER} 或更高版本。`);
    try {
      if (!(await roleExists(client, APP_ROLE))) {
        const literal = (await client.query("SELECT quote_literal($1) AS text", [app.password])).rows[0].text;
        await createRole(client, APP_ROLE, app.user === APP_ROLE ? `LOGIN PASSWORD ${literal}` : "NOLOGIN");
      }
      const { rows: member } = await client.query("SELECT pg_has_role(rolname, $2, 'USAGE') AS yes FROM pg_roles WHERE rolname = $1", [app.user, APP_ROLE]);
      if (member[0]?.yes === false) await client.query(`GRANT ${APP_ROLE} TO ${quoted(app.user)}`);
    } catch (error) {
      if (error.code !== "42501") throw error;
      const todo = (await roleExists(client, APP_ROLE)) ? `GRANT ${APP_ROLE} TO ${quoted(app.user)};` : `CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '……';`;
      throw new Trouble(`DATABASE_URL 的用户 ${owner.user} 没有管理角色的权限，请数据库管理员先执行：${todo}`);
    }
  });
}

/** Refuses an application role that row-level security would not bind. */
export function requirePlainRole(appUrl) {
  const { user } = parseDatabaseUrl(appUrl, "DATABASE_APP_URL");
  return withClient(
    appUrl,
    async (client) => {
      const { rows } = await client.query(`
        SELECT r.rolsuper, r.rolbypassrls, EXISTS (
          SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND pg_has_role(c.relowner, 'MEMBER')
        ) AS owner FROM pg_roles r WHERE r.rolname = current_user`);
      const { rolsuper, rolbypassrls, owner } = rows[0];
      const fault = rolsuper ? "是超级用户" : rolbypassrls ? "可以绕过行级权限（BYPASSRLS）" : owner ? "拥有数据表" : "";
      if (fault) throw new Trouble(`DATABASE_APP_URL 的用户 ${user} ${fault}，各级数据会失去隔离：请改用一个普通角色（如 ${APP_ROLE}）。`);
    },
    "DATABASE_APP_URL",
  );
}
