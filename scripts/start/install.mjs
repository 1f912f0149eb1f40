/** The right Node, and the dependencies that package-lock.json names. */
import fs from "node:fs";
import path from "node:path";
import { ROOT, inRoot } from "./paths.mjs";
import { ROOM_FOR_WORK, requireRoom } from "./disk.mjs";
import { waitForLock } from "./lock.mjs";
import { Trouble, say, step } from "./report.mjs";
import { runOrStop } from "./run.mjs";
import { readStamp, sha256, writeStamp } from "./stamps.mjs";

const OLDEST = [20, 19];

/** True when `version` (as in process.versions.node) is new enough. */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

export function requireNode() {
  if (!nodeIsNewEnough(process.versions.node)) throw new Trouble(`需要 Node.js ${OLDEST.join(".")} 或更高版本，当前是 ${process.versions.node}，请升级后重试。`);
}

const readJson = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

/**
 * Whether an installation made by hand is what the lock asks for: npm leaves the list of what it installed
 * in node_modules/.package-lock.json. Optional packages (other systems' binaries) may be missing.
 */
export function installedAsLocked(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([key, wanted]) => {
    if (key === "" || wanted.optional || wanted.devOptional || wanted.link) return true;
    return installed.packages?.[key]?.version === wanted.version;
  });
}

function isInstalled(hash, stampFile) {
  const list = inRoot("node_modules/.package-lock.json");
  if (!fs.existsSync(list)) return false;
  if (readStamp(stampFile) === hash) return true;
  if (!installedAsLocked(readJson(inRoot("package-lock.json")), readJson(list))) return false;
  writeStamp(stampFile, hash);
  return true;
}

/** npm as this process was started by it, otherwise the one in the PATH. */
function npm() {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli) && fs.existsSync(cli) && path.basename(cli).startsWith("npm")) return [process.execPath, [cli]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", []];
}

/** Installs when the lock has changed since the last installation. */
export async function ensureInstalled() {
  const hash = sha256(fs.readFileSync(inRoot("package-lock.json")));
  const stampFile = inRoot("node_modules/.youjun/install.json");
  if (isInstalled(hash, stampFile)) return;
  const lock = await waitForLock(workLock(), sayWaiting);
  try {
    if (isInstalled(hash, stampFile)) return;
    requireRoom(ROOT, ROOM_FOR_WORK, "安装依赖");
    const [command, before] = npm();
    await step("安装依赖（npm ci，首次约需一分钟）", async () => {
      try {
        await runOrStop("安装依赖（npm ci）", command, [...before, "ci", "--include=dev", "--no-audit", "--no-fund"], { show: true, env: { NODE_ENV: "" } });
      } catch (error) {
        if (error.code === "ENOENT") throw new Trouble("找不到 npm：请安装随 Node.js 一起提供的 npm 后重试。");
        if (error instanceof Trouble && !/磁盘|中断/.test(error.message)) throw new Trouble("安装依赖失败：请检查网络和 npm 镜像设置（npm config get registry）后重试，详细原因见上面 npm 的输出。");
        throw error;
      }
    });
    writeStamp(stampFile, hash);
  } finally {
    lock.release();
  }
}

/** Held while anything under node_modules, lib/db/generated or .next is being made. */
export const workLock = () => inRoot(".data/work.lock");
export const sayWaiting = (holder) => say(`另一个进程（${holder?.pid}）正在安装或构建，等它完成`);
