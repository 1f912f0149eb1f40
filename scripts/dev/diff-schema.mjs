/**
 * For developers: the SQL that leads from the migrations to prisma/schema, printed to stdout (empty: no drift).
 *   node scripts/dev/diff-schema.mjs               from what the migrations make
 *   node scripts/dev/diff-schema.mjs --from-empty  the whole schema
 *   node scripts/dev/diff-schema.mjs --check       exit code 2 when they differ
 * Indexes that the schema language cannot express (collation, operator class, expression, condition) are written
 * by hand in the migrations; Prisma would drop them, so those lines are left out.
 * It runs against a database of its own that is gone afterwards; DATABASE_URL is not looked at.
 */
import { spawn } from "node:child_process";
import { withClient } from "../start/database-url.mjs";
import { prepareEmbedded } from "../start/database.mjs";
import { PRISMA_CLI } from "../start/generate.mjs";
import { ROOT, inRoot } from "../start/paths.mjs";
import { showTrouble } from "../start/report.mjs";
import { keepTrack } from "../start/run.mjs";
import { openScratch } from "../test/scratch-database.mjs";

/** Prisma's output whole; its messages go to stderr. */
function capture(args, env) {
  return new Promise((resolve, reject) => {
    const child = keepTrack(spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] }));
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

const handmadeIndexes = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query("SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexdef ~ 'COLLATE|_ops|USING gi[ns]t?| WHERE |\\(\\('");
    return new Set(rows.map(({ indexname }) => indexname));
  });

/** Without the blocks "-- DropIndex / DROP INDEX …" of hand-made indexes. */
function leaveOutHandmade(sql, names) {
  const kept = sql.split(/\n{2,}/).filter((block) => !names.has(/^DROP INDEX "([^"]+)";$/m.exec(block)?.[1] ?? ""));
  const text = kept.join("\n\n").trim();
  return text === "-- This is an empty migration." ? "" : text;
}

console.log = console.error; // stdout is for SQL alone
const fromEmpty = process.argv.includes("--from-empty");
const checks = process.argv.includes("--check");
const scratch = await openScratch();
try {
  const { ownerUrl } = await prepareEmbedded(scratch.server);
  const from = fromEmpty ? "--from-empty" : "--from-config-datasource";
  const args = [PRISMA_CLI, "migrate", "diff", from, "--to-schema", inRoot("prisma/schema"), "--script"];
  const env = { DATABASE_URL: ownerUrl, PRISMA_SCHEMA_ENGINE_BINARY: inRoot("scripts/dev/schema-engine.mjs"), CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const { code, output } = await capture(args, env);
  const sql = leaveOutHandmade(output, await handmadeIndexes(ownerUrl));
  process.stdout.write(sql ? `${sql}\n` : "");
  const DIFFERENT = 2;
  process.exitCode = code === 1 ? 1 : checks && sql ? DIFFERENT : 0;
} catch (error) {
  showTrouble(error);
  process.exitCode = 1;
} finally {
  await scratch.close();
}
