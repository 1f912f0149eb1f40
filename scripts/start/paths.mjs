/** Where things are: the project, the data kept on disk, the stamps of finished work. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Everything that must survive a restart: database, uploaded files, secrets, logs. */
export const DATA_DIR = path.resolve(process.env.YOUJUN_DATA_DIR || path.join(ROOT, ".data"));

export const inRoot = (...parts) => path.join(ROOT, ...parts);

/**
 * Makes the data directory. Root opens it for passing through only (0711), so that PostgreSQL, which
 * then runs as another user, can reach its own directory below; a normal user keeps it closed (0700).
 */
export function makeDataDir(dir = DATA_DIR) {
  if (fs.existsSync(dir)) return dir;
  fs.mkdirSync(dir, { recursive: true });
  fs.chmodSync(dir, process.getuid?.() === 0 ? 0o711 : 0o700);
  return dir;
}

/** A file under log/, its directory made. */
export function logFile(name, dir = DATA_DIR) {
  const folder = path.join(makeDataDir(dir), "log");
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, name);
}
