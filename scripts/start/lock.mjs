/** A lock file that a crash cannot leave locked: it names its holder, and a holder that is gone holds nothing. */
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identityOf } from "./process-identity.mjs";

function readHolder(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

export const holderIsAlive = (holder) => Boolean(holder?.identity) && identityOf(holder.pid) === holder.identity;

/**
 * Tries to take the lock. Returns `{ release }`, or `{ holder }` when another live process has it.
 * The content is linked into place whole, so nobody ever reads half a lock.
 */
export function takeLock(file, details = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid), ...details }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        fs.linkSync(mine, file);
        return { release: () => releaseLock(file) };
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      const holder = readHolder(file);
      if (holderIsAlive(holder)) return { holder };
      // A dead holder's lock is moved aside first: of two that notice it at once, one wins the move.
      const aside = `${file}.${process.pid}.stale`;
      try {
        fs.renameSync(file, aside);
        fs.rmSync(aside, { force: true });
      } catch {
        // the other one was faster
      }
    }
    return { holder: readHolder(file) };
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function releaseLock(file) {
  if (readHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
}

/** Waits for the lock as long as its holder lives; `onWait` is told once. */
export async function waitForLock(file, onWait) {
  for (let told = false; ; told = true) {
    const lock = takeLock(file);
    if (lock.release) return lock;
    if (!told) onWait?.(lock.holder);
    await sleep(500);
  }
}
