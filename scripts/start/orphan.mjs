/** A database server whose starter was killed lives on. It is stopped before the next start, if it is really ours. */
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLineOf, identityOf } from "./process-identity.mjs";
import { Trouble, say } from "./report.mjs";

/** The pid and data directory named in postmaster.pid; null when there is no such file or it is not whole. */
export function readPostmasterPid(dataDir) {
  try {
    const [pid, directory, , port] = fs.readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
    return Number(pid) > 0 ? { pid: Number(pid), directory, port: Number(port) } : null;
  } catch {
    return null;
  }
}

/** Ours is a server whose command line names our data directory as a whole word. */
export const namesDirectory = (commandLine, dataDir) => ` ${commandLine} `.includes(` -D ${dataDir} `);

async function waitUntilGone(pid, identity, ms) {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(50)) if (identityOf(pid) !== identity) return true;
  return false;
}

/**
 * Clears the way: stops our own orphan; removes postmaster.pid left by a crash or a power cut whose number
 * belongs to nobody, or by now to some other program, which is left alone.
 */
export async function stopOrphan(dataDir) {
  const found = readPostmasterPid(dataDir);
  const file = path.join(dataDir, "postmaster.pid");
  if (!found) return fs.rmSync(file, { force: true });
  const identity = identityOf(found.pid);
  if (!identity || !namesDirectory(commandLineOf(found.pid), dataDir)) {
    return fs.rmSync(file, { force: true });
  }
  say(`上次没有正常结束的数据库（进程 ${found.pid}）还在运行，先停止它`);
  const FAST = "SIGINT";
  const IMMEDIATE = "SIGQUIT";
  for (const [signal, ms] of [[FAST, 30_000], [IMMEDIATE, 15_000]]) {
    process.kill(found.pid, signal);
    if (await waitUntilGone(found.pid, identity, ms)) return undefined;
  }
  throw new Trouble(`停止不了上次留下的数据库（进程 ${found.pid}）：请手工结束它后重新启动。`);
}
