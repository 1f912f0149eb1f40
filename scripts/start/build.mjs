/** The production build, made anew only when what it is made of has changed. */
import fs from "node:fs";
import path from "node:path";
import { ROOT, inRoot } from "./paths.mjs";
import { ROOM_FOR_WORK, requireRoom } from "./disk.mjs";
import { sayWaiting, workLock } from "./install.mjs";
import { waitForLock } from "./lock.mjs";
import { Trouble, step } from "./report.mjs";
import { runNode } from "./run.mjs";
import { hashTree, readStamp, writeStamp } from "./stamps.mjs";

const SOURCES = ["app", "components", "lib", "public", "prisma/schema", "proxy.ts", "instrumentation.ts", "next.config.ts", "postcss.config.mjs", "package-lock.json"];
const GENERATED = inRoot("lib/db/generated");
const STAMP = inRoot(".next/youjun-build.json");
export const SERVER = inRoot(".next/standalone/server.js");
export const NEXT_CLI = inRoot("node_modules/next/dist/bin/next");

export const sourceHash = (root = ROOT) => hashTree(root, SOURCES, { skip: (file) => file === GENERATED });

const isCurrent = (hash) => readStamp(STAMP) === hash && fs.existsSync(SERVER);

/** What the standalone server does not bring along by itself. */
function completeStandalone() {
  for (const [from, to] of [[".next/static", ".next/standalone/.next/static"], ["public", ".next/standalone/public"]]) {
    if (fs.existsSync(inRoot(from))) fs.cpSync(inRoot(from), inRoot(to), { recursive: true, force: true });
  }
}

export async function ensureBuilt() {
  if (isCurrent(sourceHash())) return;
  const lock = await waitForLock(workLock(), sayWaiting);
  try {
    const hash = sourceHash();
    if (isCurrent(hash)) return;
    requireRoom(ROOT, ROOM_FOR_WORK, "构建");
    if (!fs.existsSync(inRoot("app"))) throw new Trouble("找不到 app 目录：代码不完整，请重新获取后再启动。");
    fs.rmSync(STAMP, { force: true });
    fs.rmSync(path.dirname(SERVER), { recursive: true, force: true });
    await step("构建网页程序（next build，首次约需一分钟）", () =>
      runNode("构建（next build）", [NEXT_CLI, "build"], { log: "build.log", env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } }),
    );
    if (!fs.existsSync(SERVER)) throw new Trouble("构建没有生成 .next/standalone/server.js：请检查上级目录里是否有多余的 package-lock.json。");
    completeStandalone();
    writeStamp(STAMP, hash);
  } finally {
    lock.release();
  }
}
