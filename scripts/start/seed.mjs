/** Reference data (divisions, standard) and, where wanted, the demonstration. What was loaded is noted in the database itself. */
import fs from "node:fs";
import { ROOT, inRoot } from "./paths.mjs";
import { withClient } from "./database-url.mjs";
import { say, step } from "./report.mjs";
import { runNode } from "./run.mjs";
import { hashTree } from "./stamps.mjs";

const SCRIPT = "scripts/seed.ts";
const SOURCES = [SCRIPT, "lib/seed", "lib/standard", "lib/divisions"];
const LABEL = { reference: "装入行政区划和国家标准", demo: "装入演示数据" };

/** A schema of its own: the application has no rights there, and Prisma does not take it for drift. */
const NOTES = `CREATE SCHEMA IF NOT EXISTS youjun_setup;
CREATE TABLE IF NOT EXISTS youjun_setup.seeds (name text PRIMARY KEY, hash text NOT NULL, at timestamptz NOT NULL DEFAULT now())`;

const loadedHash = (url, name) =>
  withClient(url, async (client) => {
    await client.query("SET client_min_messages = warning");
    await client.query(NOTES);
    return (await client.query("SELECT hash FROM youjun_setup.seeds WHERE name = $1", [name])).rows[0]?.hash;
  });

const note = (url, name, hash) =>
  withClient(url, (client) => client.query("INSERT INTO youjun_setup.seeds (name, hash) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET hash = $2, at = now()", [name, hash]));

/**
 * Reference data is loaded again when its source has changed; a demonstration only once, since people
 * may have gone on working in it.
 */
export async function ensureSeeded(databaseUrl, name, env = {}) {
  if (!fs.existsSync(inRoot(SCRIPT))) return say(`没有 ${SCRIPT}，跳过：${LABEL[name]}`);
  const hash = hashTree(ROOT, SOURCES);
  const loaded = await loadedHash(databaseUrl, name);
  if (loaded === hash || (loaded && name === "demo")) return undefined;
  await step(LABEL[name], () => runNode(LABEL[name], ["--import", "tsx", SCRIPT, name], { env: { ...env, DATABASE_URL: databaseUrl }, log: `seed-${name}.log` }));
  return note(databaseUrl, name, hash);
}
