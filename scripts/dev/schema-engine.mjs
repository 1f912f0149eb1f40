#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine, which is downloaded at install time and so is missing
 * on machines that cannot reach Prisma's servers.
 *
 * Prisma's CLI starts this file (PRISMA_SCHEMA_ENGINE_BINARY names it) and speaks JSON-RPC over stdio;
 * every call is passed to the official WebAssembly build of the same engine.
 * A development tool only: the product applies its migrations with scripts/start/migrate.mjs.
 */
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const { values: flags, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "extension-types": { type: "string" },
    "enabled-preview-features": { type: "string" },
  },
});
const datasource = flags.datasource ? JSON.parse(flags.datasource) : {};
const sourceUrl = datasource.url || "postgresql://127.0.0.1:1/none";

if (positionals[0] === "cli") await runDatabaseCommand(positionals[1]);
else await serve();

/** One line of the native engine's log format; the CLI reads `error_code` from it. */
function log(level, message, extra = {}) {
  const line = { timestamp: new Date().toISOString(), level, fields: { message, ...extra }, target: "schema_engine::logger" };
  process.stderr.write(JSON.stringify(line) + "\n");
}

/** `cli create-database | can-connect-to-database | drop-database`. */
async function runDatabaseCommand(command) {
  const url = new URL(sourceUrl);
  const name = `"${decodeURIComponent(url.pathname.slice(1)).replaceAll('"', '""')}"`;
  const server = new URL(url);
  server.pathname = "/postgres";
  const query = async (target, sql) => {
    const client = new pg.Client({ connectionString: String(target) });
    await client.connect();
    try {
      if (sql) await client.query(sql);
    } finally {
      await client.end();
    }
  };
  log("INFO", "Starting schema engine CLI");
  try {
    if (command === "create-database") await query(server, `CREATE DATABASE ${name}`);
    else if (command === "can-connect-to-database") await query(url, "");
    else if (command === "drop-database") await query(server, `DROP DATABASE ${name} WITH (FORCE)`);
    process.exit(0);
  } catch (error) {
    const code = { "3D000": "P1003", "28P01": "P1000" }[error.code] ?? "P1001";
    log("ERROR", error.message || String(error), { error_code: code, is_panic: false });
    process.exit(1);
  }
}

/** The engine's connection settings, in the form the adapter takes. */
function connectionSettings() {
  const url = new URL(sourceUrl);
  return {
    host: url.searchParams.get("host") ?? url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}

/** adapter-pg drops its shadow database while its own pool is still open; this one closes the pool first. */
class Factory extends PrismaPg {
  constructor(settings) {
    super(settings);
    this.settings = settings;
  }
  async connectToShadowDb() {
    const name = `prisma_shadow_${crypto.randomUUID().replaceAll("-", "")}`;
    const admin = async (sql) => {
      const client = new pg.Client(this.settings);
      await client.connect();
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    };
    await admin(`CREATE DATABASE "${name}"`);
    const adapter = await new PrismaPg({ ...this.settings, database: name }).connect();
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await admin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return adapter;
  }
}

/** Two faults of adapter-pg 7.10 that introspection and scripts run into. */
async function patchAdapter(settings) {
  const adapter = await new PrismaPg(settings).connect();
  const own = Object.getPrototypeOf(adapter);
  const queryable = Object.getPrototypeOf(own);
  const CATALOG_CHAR = 18;
  const TEXT = 25;
  const queryRaw = queryable.queryRaw;
  // The catalog type "char" is not mapped: read it as text, report it as a character.
  queryable.queryRaw = async function (query) {
    let chars = [];
    const self = Object.create(this, {
      performIO: {
        value: async (input) => {
          const result = await this.performIO(input);
          chars = result.fields.flatMap((field, i) => (field.dataTypeID === CATALOG_CHAR ? [i] : []));
          for (const i of chars) result.fields[i].dataTypeID = TEXT;
          return result;
        },
      },
    });
    const result = await queryRaw.call(self, query);
    for (const i of chars) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  // Scripts are split at ";", which breaks $$ bodies: send them whole, as the native engine does.
  own.executeScript = async function (sql) {
    try {
      await this.client.query(sql);
    } catch (error) {
      this.onError(error);
    }
  };
  await adapter.dispose();
}

async function loadEngine(settings) {
  const require = createRequire(import.meta.url);
  const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = await import(glue);
  const wasm = fs.readFileSync(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = flags.datamodels?.map((file) => [file, fs.readFileSync(file, "utf8")]);
  return bindings.SchemaEngine.new({ datamodels }, (message) => process.stderr.write(message + "\n"), bindMigrationAwareSqlAdapterFactory(new Factory(settings)));
}

/** Answers JSON-RPC requests, a line each, until stdin ends. */
async function serve() {
  const settings = connectionSettings();
  await patchAdapter(settings);
  let loading;
  let printed = 10_000;
  let inFlight = 0;
  let ended = false;
  const write = (message) => process.stdout.write(JSON.stringify({ jsonrpc: "2.0", ...message }) + "\n");
  const exitWhenDone = () => {
    if (ended && inFlight === 0) process.exit(0);
  };
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on("close", () => {
    ended = true;
    exitWhenDone();
  });
  lines.on("line", async (line) => {
    let request;
    try {
      request = JSON.parse(line);
    } catch {
      return;
    }
    if (!request.method) return;
    inFlight++;
    try {
      const engine = await (loading ??= loadEngine(settings));
      const call = engine[request.method === "getDatabaseVersion" ? "version" : request.method];
      if (!call) throw new Error(`unsupported by schema-engine-wasm: ${request.method}`);
      const result = await call.call(engine, request.params);
      if (request.method === "diff" && result?.stdout != null) write({ id: ++printed, method: "print", params: { content: result.stdout } });
      write({ id: request.id, result: result ?? {} });
    } catch (error) {
      const data = { is_panic: false, message: error?.message ?? String(error), meta: null, error_code: error?.code ?? null };
      write({ id: request.id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
    } finally {
      inFlight--;
      exitWhenDone();
    }
  });
}
