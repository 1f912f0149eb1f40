/** The Prisma client, generated from prisma/schema when the schema has changed. No download is needed for it. */
import fs from "node:fs";
import { inRoot, ROOT } from "./paths.mjs";
import { sayWaiting, workLock } from "./install.mjs";
import { waitForLock } from "./lock.mjs";
import { step } from "./report.mjs";
import { runNode } from "./run.mjs";
import { hashTree, readStamp, writeStamp } from "./stamps.mjs";

/** Prisma looks for its native engine even where it does not use it: any executable satisfies it. */
export const PRISMA_ENV = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
export const PRISMA_CLI = inRoot("node_modules/prisma/build/index.js");

const OUTPUT = inRoot("lib/db/generated");

const schemaHash = () => hashTree(ROOT, ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);

const isCurrent = (stamp, hash) => readStamp(stamp) === hash && fs.existsSync(`${OUTPUT}/client.ts`);

export async function ensureGenerated() {
  const stamp = inRoot("node_modules/.youjun/generate.json");
  if (isCurrent(stamp, schemaHash())) return;
  const lock = await waitForLock(workLock(), sayWaiting);
  try {
    const hash = schemaHash();
    if (isCurrent(stamp, hash)) return;
    await step("生成数据库客户端", () => runNode("生成数据库客户端（prisma generate）", [PRISMA_CLI, "generate"], { env: PRISMA_ENV, log: "generate.log" }));
    writeStamp(stamp, hash);
  } finally {
    lock.release();
  }
}
