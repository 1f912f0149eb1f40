/** A PostgreSQL for one run of the tests: in the system's temporary directory, gone afterwards, also after a killed run. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stopOrphan } from "../start/orphan.mjs";
import { startPostgres } from "../start/embedded-postgres.mjs";
import { identityOf } from "../start/process-identity.mjs";

const PREFIX = "youjun-test-";

/** Where the server's data lies: under the base, or elsewhere if the base could not be reached by its user. */
function dataDirOf(base) {
  try {
    return fs.readFileSync(path.join(base, "pg-place"), "utf8").trim();
  } catch {
    return path.join(base, "pg");
  }
}

function removeAll(base) {
  const dataDir = dataDirOf(base);
  if (!dataDir.startsWith(base)) fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
  fs.rmSync(base, { recursive: true, force: true });
}

/** What killed runs left behind: their servers are stopped, their directories removed. */
async function sweep() {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const base = path.join(os.tmpdir(), name);
    try {
      const { pid, identity } = JSON.parse(fs.readFileSync(path.join(base, "runner.json"), "utf8"));
      if (identityOf(pid) === identity) continue;
      await stopOrphan(dataDirOf(base));
      removeAll(base);
    } catch {
      // another user's, or not one of ours
    }
  }
}

/** Starts the server (fast rather than durable). `dir` is also a place for files that the tests upload. */
export async function openScratch() {
  await sweep();
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
  fs.chmodSync(dir, 0o711);
  fs.writeFileSync(path.join(dir, "runner.json"), JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }));
  try {
    const server = await startPostgres(dir, { durable: false });
    return {
      dir,
      server,
      close: async () => {
        await server.stop();
        removeAll(dir);
      },
    };
  } catch (error) {
    removeAll(dir);
    throw error;
  }
}
