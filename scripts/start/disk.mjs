/** Room on the disk, asked before the work that needs it. */
import fs from "node:fs";
import path from "node:path";
import { Trouble } from "./report.mjs";

const MB = 1024 * 1024;

/** Dependencies and a build. */
export const ROOM_FOR_WORK = Number(process.env.YOUJUN_MIN_FREE_MB || 1536);
/** The database must be able to write its journal. */
export const ROOM_FOR_DATA = Math.min(200, ROOM_FOR_WORK);

function nearestExisting(dir) {
  return fs.existsSync(dir) ? dir : nearestExisting(path.dirname(dir));
}

export function freeMegabytes(dir) {
  const stat = fs.statfsSync(nearestExisting(path.resolve(dir)));
  return Math.floor((stat.bavail * stat.bsize) / MB);
}

/** Stops with one sentence when less than `needed` megabytes are free where `dir` is. */
export function requireRoom(dir, needed, purpose) {
  const free = freeMegabytes(dir);
  if (free < needed) throw new Trouble(`磁盘空间不足：${purpose}至少需要 ${needed} MB，${dir} 所在的磁盘只剩 ${free} MB，请清理后重试。`);
}
