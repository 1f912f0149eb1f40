/** One database ready for the application: the embedded one, or the one that DATABASE_URL names. */
import { parseDatabaseUrl, withClient } from "./database-url.mjs";
import { startPostgres } from "./embedded-postgres.mjs";
import { migrate } from "./migrate.mjs";
import { APP_ROLE, ensureDatabase, ensureEmbeddedRole, ensureExternalRole, requirePlainRole } from "./roles.mjs";
import { Trouble, say, step } from "./report.mjs";

export const DATABASE = "youjun";

/** Asked before the long work: a wrong address is better known at once. Needs `pg`, so it follows the installation. */
export async function checkExternal(env) {
  parseDatabaseUrl(env.DATABASE_URL);
  if (!env.DATABASE_APP_URL) throw new Trouble(`使用自己的数据库时还要设置 DATABASE_APP_URL：一个不拥有数据表的普通角色（如 ${APP_ROLE}）的地址。`);
  parseDatabaseUrl(env.DATABASE_APP_URL, "DATABASE_APP_URL");
  await withClient(env.DATABASE_URL, (client) => client.query("SELECT 1"));
}

/** Makes a database of an embedded server ready; resolves to both addresses. */
export async function prepareEmbedded(server, name = DATABASE) {
  await ensureDatabase(server.url("postgres"), name);
  await ensureEmbeddedRole(server.url(name), server.secrets.appPassword);
  const applied = await migrate(server.url(name));
  return { applied, ownerUrl: server.url(name), appUrl: server.url(name, APP_ROLE, server.secrets.appPassword) };
}

async function prepareExternal(env) {
  await ensureExternalRole(env.DATABASE_URL, env.DATABASE_APP_URL);
  const applied = await migrate(env.DATABASE_URL);
  await requirePlainRole(env.DATABASE_APP_URL);
  return { applied, ownerUrl: env.DATABASE_URL, appUrl: env.DATABASE_APP_URL };
}

/** `onServer` is told of an embedded server as soon as it runs, so that it is stopped whatever happens next. */
export async function openDatabase(env, dataDir, onServer) {
  let ready;
  if (env.DATABASE_URL) {
    ready = await step("检查数据库", () => prepareExternal(env));
  } else {
    const server = await step("启动内置数据库", () => startPostgres(dataDir));
    onServer(server);
    ready = await step("检查数据库结构", () => prepareEmbedded(server));
  }
  if (ready.applied.length > 0) say(`已执行 ${ready.applied.length} 个数据库迁移：${ready.applied.join("、")}`);
  return ready;
}
