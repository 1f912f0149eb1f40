/** The order of things at the start of the portal. */
import { checkExternal, openDatabase } from "./database.mjs";
import { DEMO_PASSWORD, accountLines } from "./demo-accounts.mjs";
import { ensureBuilt } from "./build.mjs";
import { ensureFirstAccount } from "./first-account.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { startJobsOrSay } from "./jobs.mjs";
import { holderIsAlive, takeLock } from "./lock.mjs";
import { DATA_DIR, makeDataDir } from "./paths.mjs";
import { Trouble, seconds, step } from "./report.mjs";
import { loadSecrets } from "./secrets.mjs";
import { ensureSeeded } from "./seed.mjs";
import { addressOf, askPort, localHost, readPort, startWeb, waitForWeb } from "./web.mjs";

/** A demonstration is loaded by default only into our own database; into others on request, in production on insistence. */
export function wantsDemo(env) {
  const demo = env.DATABASE_URL ? env.YOUJUN_DEMO === "1" : env.YOUJUN_DEMO !== "0";
  if (demo && env.DATABASE_URL && env.NODE_ENV === "production" && env.YOUJUN_ALLOW_DEMO !== "1") {
    throw new Trouble("生产数据库不装入演示数据：请去掉 YOUJUN_DEMO=1；确实需要时再加 YOUJUN_ALLOW_DEMO=1。");
  }
  return demo;
}

function takeStartLock(port) {
  const lock = takeLock(`${makeDataDir(DATA_DIR)}/start.lock`, { port });
  if (lock.release) return lock;
  const { holder } = lock;
  throw new Trouble(
    holderIsAlive(holder) ? `这个数据目录已由另一个启动程序（进程 ${holder.pid}，端口 ${holder.port}）使用：请等它就绪后访问 http://127.0.0.1:${holder.port} ，或先停止它。` : "另一个启动程序正在抢先启动，请稍后再试。",
  );
}

function showReady(host, port, demo) {
  console.log(`\n优均已就绪（用时 ${seconds()} 秒）：${addressOf(localHost(host), port)}`);
  if (demo) {
    console.log(`\n演示账号（密码都是 ${DEMO_PASSWORD}）：`);
    console.log(accountLines().join("\n"));
  }
  console.log("\n按 Ctrl-C 停止。");
}

/**
 * Fills `portal` (web, jobs, database, lock) as things come up. Resolves to undefined when a portal was already
 * running, or, once a part ends by itself, to the sentence that says so.
 */
export async function startPortal(portal, { dev }) {
  const env = process.env;
  const port = readPort(env.PORT || undefined);
  const host = env.YOUJUN_HOST || "0.0.0.0";
  const demo = wantsDemo(env);
  if ((await askPort(host, port)) === "portal") {
    console.log(`优均已经在运行：${addressOf(localHost(host), port)}`);
    return undefined;
  }
  portal.lock = takeStartLock(port);
  await ensureInstalled();
  if (env.DATABASE_URL) await checkExternal(env);
  await ensureGenerated();
  if (!dev) await ensureBuilt();
  const { ownerUrl, appUrl } = await openDatabase(env, DATA_DIR, (server) => (portal.database = server));
  await ensureSeeded(ownerUrl, "reference");
  if (demo) await ensureSeeded(ownerUrl, "demo", { YOUJUN_DEMO: "1", YOUJUN_DATA_DIR: DATA_DIR });
  else await ensureFirstAccount(ownerUrl);
  portal.web = await step("启动网页程序", async () => {
    const web = (portal.web = startWeb({
      host,
      port,
      dev,
      env: {
        DATABASE_URL: ownerUrl,
        DATABASE_APP_URL: appUrl,
        NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || loadSecrets(DATA_DIR).nextAuthSecret,
        AUTH_TRUST_HOST: "1",
        YOUJUN_DATA_DIR: DATA_DIR,
        YOUJUN_DEMO: demo ? "1" : "0",
      },
    }));
    await waitForWeb(web, host, port);
    return web;
  });
  showReady(host, port, demo);
  portal.jobs = await startJobsOrSay(ownerUrl);
  return Promise.race([
    portal.web.ended.then(({ code, signal }) => `网页程序意外退出（${signal ?? code}）：原因见上面的输出。`),
    ...(portal.database ? [portal.database.ended.then(() => "内置数据库意外退出：原因见 .data/log/postgres.log 的最后几行。")] : []),
  ]);
}
