/** On a platform without any account the first one is made, and its initial password is shown once. */
import { withClient } from "./database-url.mjs";
import { runNode } from "./run.mjs";

const nobody = (url) => withClient(url, async (client) => Number((await client.query("SELECT set_config('app.scope', 'cn', false), (SELECT count(*) FROM users) AS people")).rows[0].people) === 0);

/** Makes the system administrator where nobody could sign in otherwise. */
export async function ensureFirstAccount(databaseUrl) {
  if (await nobody(databaseUrl)) await runNode("建立系统管理员账号", ["--import", "tsx", "scripts/admin.ts", "--first"], { env: { DATABASE_URL: databaseUrl }, show: true });
}
