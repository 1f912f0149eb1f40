/**
 * `node scripts/dev/with-database.mjs COMMAND …`: runs a command with DATABASE_URL and DATABASE_APP_URL of the embedded
 * database: the one of the running portal, or one started for as long as the command runs.
 */
import fs from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { DATABASE, prepareEmbedded } from "../start/database.mjs";
import { OWNER, startPostgres } from "../start/embedded-postgres.mjs";
import { holderIsAlive, takeLock } from "../start/lock.mjs";
import { readPostmasterPid } from "../start/orphan.mjs";
import { DATA_DIR, makeDataDir } from "../start/paths.mjs";
import { Trouble, showTrouble } from "../start/report.mjs";
import { APP_ROLE } from "../start/roles.mjs";
import { keepTrack } from "../start/run.mjs";
import { loadSecrets } from "../start/secrets.mjs";

/** Addresses in the server of the portal that holds the lock. */
function addressesOfRunning() {
  const place = fs.readFileSync(path.join(DATA_DIR, "pg-place"), "utf8").trim();
  const server = readPostmasterPid(place);
  if (!server?.port) throw new Trouble("优均正在启动，请等它就绪后再试。");
  const { ownerPassword, appPassword } = loadSecrets(DATA_DIR);
  const url = (role, password) => `postgresql://${role}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
  return { ownerUrl: url(OWNER, ownerPassword), appUrl: url(APP_ROLE, appPassword) };
}

function run([command, ...args], { ownerUrl, appUrl }) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, YOUJUN_DATA_DIR: DATA_DIR, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || loadSecrets(DATA_DIR).nextAuthSecret };
    const child = keepTrack(spawn(command, args, { stdio: "inherit", env }));
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

const command = process.argv.slice(2);
let server = null;
let lock = {};
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {}); // the command gets it too; then we end in order
try {
  if (command.length === 0) throw new Trouble("用法：node scripts/dev/with-database.mjs 命令 …");
  lock = takeLock(`${makeDataDir(DATA_DIR)}/start.lock`, { port: "无" });
  if (!lock.release && !holderIsAlive(lock.holder)) throw new Trouble("另一个程序正在启动数据库，请稍后再试。");
  if (lock.release) server = await startPostgres(DATA_DIR);
  process.exitCode = await run(command, server ? await prepareEmbedded(server) : addressesOfRunning());
} catch (error) {
  showTrouble(error);
  process.exitCode = 1;
} finally {
  await server?.stop();
  lock.release?.();
}
