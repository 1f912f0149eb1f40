/**
 * Applies prisma/migrations/<name>/migration.sql in the order of their names: under an advisory lock, one
 * transaction each, recorded in Prisma's own table, so that `prisma migrate` can take over where it works.
 */
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { openToOwner } from "./owner-policies.mjs";
import { inRoot } from "./paths.mjs";
import { withClient } from "./database-url.mjs";
import { Trouble, isDiskFull } from "./report.mjs";
import { sha256 } from "./stamps.mjs";

/** The key that Prisma's own engine locks, so that the two exclude each other. */
const PRISMA_LOCK = 72707369;

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The migrations on disk: name, SQL and checksum, in order. */
export function readMigrations(folder = inRoot("prisma/migrations")) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, "migration.sql") }))
    .filter(({ file }) => fs.existsSync(file))
    .map(({ name, file }) => {
      const sql = fs.readFileSync(file, "utf8");
      return { name, sql, checksum: sha256(sql) };
    });
}

/**
 * Which migrations are still to be applied. Stops when history and files disagree: an applied one was
 * changed or is gone, one is half applied, or a new one sorts before an applied one.
 */
export function planMigrations(files, applied) {
  const standing = applied.filter((row) => !row.rolled_back_at);
  const unfinished = standing.find((row) => !row.finished_at);
  if (unfinished) throw new Trouble(`数据库迁移 ${unfinished.migration_name} 上次只执行了一半：请用 prisma migrate resolve 处理后再启动。`);
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const row of standing) {
    const file = byName.get(row.migration_name);
    if (!file) throw new Trouble(`数据库里有本程序没有的迁移 ${row.migration_name}：数据库比程序新，请使用新版本的程序。`);
    if (file.checksum !== row.checksum) throw new Trouble(`迁移 ${file.name} 在执行之后被改动过：请恢复 prisma/migrations/${file.name}/migration.sql 的原文，改动另写一个新的迁移。`);
  }
  const done = new Set(standing.map((row) => row.migration_name));
  const last = [...done].sort().at(-1) ?? "";
  const pending = files.filter((file) => !done.has(file.name));
  const late = pending.find((file) => file.name < last);
  if (late) throw new Trouble(`迁移 ${late.name} 排在已执行的 ${last} 之前：请给它一个更大的编号。`);
  return pending;
}

async function apply(client, { name, sql, checksum }) {
  const id = crypto.randomUUID();
  await client.query("BEGIN");
  try {
    await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [id, checksum, name]);
    await client.query(sql);
    await client.query("UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1", [id]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    if (isDiskFull(`${error.code} ${error.message}`) || error.code === "53100") throw Object.assign(error, { code: "ENOSPC" });
    const line = error.position ? `第 ${sql.slice(0, Number(error.position)).split("\n").length} 行，` : "";
    throw new Trouble(`数据库迁移 ${name} 执行失败（已全部撤回）：${line}${error.message}`);
  }
}

/** Brings the database up to date; resolves to the names applied now. */
export function migrate(databaseUrl, { folder } = {}) {
  return withClient(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(TABLE);
    const { rows } = await client.query("SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at");
    const pending = planMigrations(readMigrations(folder), rows);
    for (const migration of pending) await apply(client, migration);
    await openToOwner(client);
    return pending.map(({ name }) => name);
  });
}
