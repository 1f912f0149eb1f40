/** Stamps: sha-256 of what a step depends on, kept beside its result, so that unchanged work is skipped. */
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

export const sha256 = (content) => crypto.createHash("sha256").update(content).digest("hex");

function* walk(target, skip) {
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (!stat || skip(target)) return;
  if (stat.isFile()) yield target;
  if (!stat.isDirectory()) return;
  for (const name of fs.readdirSync(target).sort()) yield* walk(path.join(target, name), skip);
}

/**
 * One hash over the contents and relative names of files and whole directories.
 * What does not exist counts as empty, so that adding it changes the hash.
 */
export function hashTree(root, targets, { skip = () => false } = {}) {
  const hash = crypto.createHash("sha256");
  for (const target of targets) {
    for (const file of walk(path.join(root, target), skip)) {
      hash.update(path.relative(root, file).split(path.sep).join("/"));
      hash.update("\0").update(fs.readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/** The hash in a stamp file; undefined when there is none or it cannot be read. */
export function readStamp(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")).hash;
  } catch {
    return undefined;
  }
}

/** Written by renaming, so that a stamp is either whole or not there. */
export function writeStamp(file, hash) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  writeWhole(file, JSON.stringify({ hash, at: new Date().toISOString() }) + "\n");
}

/** Replaces a file in one move: readers see the old content or the new one, never a part. */
export function writeWhole(file, content, mode = 0o644) {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = fs.openSync(temporary, "w", mode);
  try {
    fs.writeFileSync(handle, content);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(temporary, file);
}
