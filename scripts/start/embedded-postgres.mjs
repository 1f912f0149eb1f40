/**
 * A PostgreSQL of the portal's own, for machines where nobody has set one up: data under .data/pg,
 * loopback only, passwords required, every commit flushed to disk.
 */
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOM_FOR_DATA, requireRoom } from "./disk.mjs";
import { logFile, makeDataDir } from "./paths.mjs";
import { SHARED_BASE, canReach, findPrograms, serverUser, shortHash } from "./postgres-binaries.mjs";
import { readPostmasterPid, stopOrphan } from "./orphan.mjs";
import { DISK_FULL, Trouble, isDiskFull, say } from "./report.mjs";
import { keepTrack } from "./run.mjs";
import { loadSecrets } from "./secrets.mjs";
import { sha256, writeWhole } from "./stamps.mjs";

export const OWNER = "youjun_owner";
const LOCALE = { LC_ALL: "C.UTF-8", LC_MESSAGES: "C", TZ: "UTC" };

/**
 * Where the data lies. Chosen once and written down: a later change of rights on a directory above
 * must not silently begin a second, empty database.
 */
export function placeData(base) {
  const note = path.join(base, "pg-place");
  const written = fs.existsSync(note) ? fs.readFileSync(note, "utf8").trim() : "";
  // A copied data directory brings the note of its original along: the database that lies in it is meant, not the other one.
  const copied = written !== path.join(base, "pg") && !written.startsWith(SHARED_BASE) && fs.existsSync(path.join(base, "pg", "PG_VERSION"));
  const noted = copied ? path.join(base, "pg") : written;
  if (copied) writeWhole(note, noted + "\n");
  if (noted && fs.existsSync(path.join(noted, "PG_VERSION"))) {
    const user = serverUser(noted);
    if (user && !canReach(path.dirname(noted), user)) throw new Trouble(`数据库目录 ${noted} 的上级目录不允许数据库用户进入：请恢复该目录的权限（chmod o+x）后重试。`);
    return noted;
  }
  const here = path.join(base, "pg");
  const user = serverUser(here);
  const place = !user || canReach(base, user) ? here : path.join(SHARED_BASE, shortHash(base), "pg");
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o711 });
  writeWhole(note, place + "\n");
  return place;
}

/** Made aside and moved into place, so that an interrupted first start leaves nothing half made. */
async function initialise(program, dataDir, user, password) {
  const parent = path.dirname(dataDir);
  for (const name of fs.readdirSync(parent)) if (name.startsWith("pg.new-")) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  const fresh = path.join(parent, `pg.new-${process.pid}`);
  const passwordFile = `${fresh}.pw`;
  fs.mkdirSync(fresh, { mode: 0o700 });
  fs.writeFileSync(passwordFile, password + "\n", { mode: 0o600 });
  if (user) for (const file of [fresh, passwordFile]) fs.chownSync(file, user.uid, user.gid);
  const options = ["-D", fresh, "-U", OWNER, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"];
  try {
    const { code, tail } = await runAs(user, program("initdb"), options);
    if (code !== 0) throw new Trouble(isDiskFull(tail) ? DISK_FULL : `建立数据库失败：${tail.trim().split("\n").at(-1)}`);
    fs.renameSync(fresh, dataDir);
  } finally {
    fs.rmSync(passwordFile, { force: true });
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

function runAs(user, command, args, input) {
  return new Promise((resolve, reject) => {
    const child = keepTrack(spawn(command, args, { ...user, cwd: "/", env: { ...process.env, ...LOCALE, HOME: os.tmpdir() }, stdio: [input ? "pipe" : "ignore", "pipe", "pipe"] }));
    let tail = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (tail = (tail + chunk).slice(-4000)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, tail }));
    if (input) child.stdin.end(input);
  });
}

/**
 * Keeps the owner's password in the database the same as in secrets.json, which may have been lost or
 * restored from elsewhere: pg-password holds the hash of the one that the database knows.
 */
async function settlePassword(program, dataDir, user, base, password, fresh) {
  const known = path.join(base, "pg-password");
  const hash = sha256(password);
  if (!fresh && fs.existsSync(known) && fs.readFileSync(known, "utf8").trim() === hash) return;
  if (!fresh) await runAs(user, program("postgres"), ["--single", "-D", dataDir, "postgres"], `ALTER ROLE ${OWNER} PASSWORD '${password}'\n`);
  writeWhole(known, hash + "\n", 0o600);
}

/** A data directory restored from a backup may belong to root, under whom PostgreSQL does not run. */
function giveTo(user, target) {
  fs.lchownSync(target, user.uid, user.gid);
  if (fs.lstatSync(target).isDirectory()) for (const name of fs.readdirSync(target)) giveTo(user, path.join(target, name));
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Small /dev/shm, as containers have it, breaks parallel queries: then shared memory lies in files. */
function sharedMemoryOptions() {
  try {
    const stat = fs.statfsSync("/dev/shm");
    return stat.blocks * stat.bsize < 256 * 1024 * 1024 ? ["-c", "dynamic_shared_memory_type=mmap"] : [];
  } catch {
    return [];
  }
}

function serverOptions(dataDir, port, durable) {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100", "shared_buffers=256MB", "timezone=UTC", "log_timezone=UTC", "logging_collector=off"];
  if (!durable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  return ["-D", dataDir, "-p", String(port), ...settings.flatMap((s) => ["-c", s]), ...sharedMemoryOptions()];
}

/** Resolves when postmaster.pid says "ready" for this very child; rejects with the end of the log when it ends first. */
async function waitUntilReady(child, dataDir, log, logFrom) {
  let ended = null;
  child.once("exit", (code, signal) => (ended = { code, signal }));
  child.once("error", (error) => (ended = { error }));
  for (let waited = 0; ; waited++) {
    if (ended) throw Object.assign(new Error("server ended"), { log: fs.readFileSync(log, "utf8").slice(logFrom), cause: ended.error });
    if (readPostmasterPid(dataDir)?.pid === child.pid && /^ready\s*$/m.test(fs.readFileSync(path.join(dataDir, "postmaster.pid"), "utf8"))) return;
    if (waited === 500) say("数据库正在恢复上次未写完的日志，请稍候");
    await sleep(20);
  }
}

async function launch(program, dataDir, user, durable, base) {
  const log = logFile("postgres.log", base);
  const LARGE = 20 * 1024 * 1024;
  if ((fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LARGE) fs.renameSync(log, `${log}.1`);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const handle = fs.openSync(log, "a", 0o600);
    const logFrom = fs.fstatSync(handle).size;
    const child = spawn(program("postgres"), serverOptions(dataDir, port, durable), { ...user, cwd: "/", detached: true, env: { ...process.env, ...LOCALE, HOME: os.tmpdir() }, stdio: ["ignore", handle, handle] });
    fs.closeSync(handle);
    try {
      await waitUntilReady(child, dataDir, log, logFrom);
      return { child, port };
    } catch (error) {
      const text = error.log ?? "";
      if (isDiskFull(text)) throw new Trouble(DISK_FULL);
      const passing = /pre-existing shared memory block|Address already in use|could not create any TCP/.test(text);
      if (!passing || attempt === 8) throw new Trouble(`内置数据库没有启动成功，详细原因见 ${log} 的最后几行。`);
      await sleep(500);
    }
  }
}

/**
 * Starts the embedded server. Resolves to `{ fresh, url(database, role?, password?), ended, stop() }`;
 * `ended` settles when the server ends for whatever reason.
 */
export async function startPostgres(base, { durable = true } = {}) {
  makeDataDir(base);
  requireRoom(base, ROOM_FOR_DATA, "数据库");
  const dataDir = placeData(base);
  const user = serverUser(dataDir);
  const owner = fs.statSync(dataDir, { throwIfNoEntry: false })?.uid;
  if (!user && owner !== undefined && process.getuid && owner !== process.getuid()) throw new Trouble(`数据库目录 ${dataDir} 属于另一个用户：请用当初启动的用户（或 root）启动。`);
  if (user && owner === 0) giveTo(user, dataDir);
  const secrets = loadSecrets(base);
  const program = findPrograms(user);
  const fresh = !fs.existsSync(path.join(dataDir, "PG_VERSION"));
  if (fresh) await initialise(program, dataDir, user, secrets.ownerPassword);
  else await stopOrphan(dataDir);
  await settlePassword(program, dataDir, user, base, secrets.ownerPassword, fresh);
  const { child, port } = await launch(program, dataDir, user, durable, base);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    fresh,
    dataDir,
    pid: child.pid,
    secrets,
    ended,
    url: (database, role = OWNER, password = secrets.ownerPassword) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopServer(child, ended),
  };
}

/** Fast shutdown (open transactions are rolled back, everything is written); immediate only when that hangs. */
async function stopServer(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), 60_000);
  await ended;
  clearTimeout(late);
}
