/** The stages of `npm test`. Each resolves to its counts; what it throws is counted as one failure by the caller. */
import fs from "node:fs";
import path from "node:path";
import { NEXT_CLI, ensureBuilt } from "../start/build.mjs";
import { prepareEmbedded } from "../start/database.mjs";
import { DEMO_PASSWORD } from "../start/demo-accounts.mjs";
import { freePort } from "../start/embedded-postgres.mjs";
import { inRoot } from "../start/paths.mjs";
import { say, step } from "../start/report.mjs";
import { runToEnd } from "../start/run.mjs";
import { ensureSeeded } from "../start/seed.mjs";
import { addressOf, startWeb, waitForWeb } from "../start/web.mjs";
import { ensureBrowser } from "./browser.mjs";
import { NONE, add, tallyPlaywrightFile, tallyVitestFile } from "./tally.mjs";

const bin = (relative) => inRoot("node_modules", relative);
const HOST = "127.0.0.1";

function hasTests(folder, pattern) {
  if (!fs.existsSync(inRoot(folder))) return false;
  return fs.readdirSync(inRoot(folder), { recursive: true }).some((name) => pattern.test(String(name)));
}

/** A check without tests of its own counts as one. */
async function check(what, args) {
  const { code } = await step(what, () => runToEnd(process.execPath, args, { show: true }));
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

export async function runStatic() {
  if (fs.existsSync(inRoot("app"))) await step("生成路由类型（next typegen）", () => runToEnd(process.execPath, [NEXT_CLI, "typegen"], { log: "typegen.log", env: { NEXT_TELEMETRY_DISABLED: "1" } }));
  const types = await check("类型检查（tsc --noEmit）", [bin("typescript/bin/tsc"), "--noEmit"]);
  return add(types, await check("代码规范（eslint）", [bin("eslint/bin/eslint.js"), "--max-warnings", "0", "."]));
}

async function vitest(project, reports, env) {
  const file = path.join(reports, `${project}.json`);
  const args = [bin("vitest/vitest.mjs"), "run", "--project", project, "--passWithNoTests", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runToEnd(process.execPath, args, { show: true, env: { ...env, NODE_ENV: "test" } });
  return tallyVitestFile(file, code);
}

export function runUnit({ reports }) {
  if (!hasTests("tests/unit", /\.test\.tsx?$/)) return skipStage("tests/unit");
  return vitest("unit", reports, {});
}

function skipStage(folder) {
  say(`${folder} 里还没有测试，跳过`);
  return NONE;
}

/** `scratch()` resolves to the run's own database server, started when first asked for. */
async function openTestDatabase(scratch, name, demo) {
  const { server, dir } = await scratch();
  const database = await prepareEmbedded(server, name);
  const env = { DATABASE_APP_URL: database.appUrl, YOUJUN_DATA_DIR: dir };
  await ensureSeeded(database.ownerUrl, "reference", env);
  if (demo) await ensureSeeded(database.ownerUrl, "demo", { ...env, YOUJUN_DEMO: "1" });
  return {
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    NEXTAUTH_SECRET: server.secrets.nextAuthSecret,
    AUTH_TRUST_HOST: "1",
    YOUJUN_DATA_DIR: dir,
    YOUJUN_DEMO: demo ? "1" : "0",
  };
}

export async function runIntegration({ reports, scratch }) {
  if (!hasTests("tests/integration", /\.test\.ts$/)) return skipStage("tests/integration");
  return vitest("integration", reports, await openTestDatabase(scratch, "youjun_integration", false));
}

export async function runBrowser({ reports, scratch }) {
  if (!hasTests("tests/e2e", /\.spec\.ts$/)) return skipStage("tests/e2e");
  const browser = await ensureBrowser();
  await ensureBuilt();
  const env = await openTestDatabase(scratch, "youjun_e2e", true);
  const port = await freePort();
  const log = fs.openSync(path.join(reports, "web.log"), "w");
  const web = startWeb({ host: HOST, port, env, output: log });
  fs.closeSync(log);
  try {
    await step("启动网页程序", () => waitForWeb(web, HOST, port));
    const file = path.join(reports, "e2e.json");
    const { code } = await runToEnd(process.execPath, [bin("@playwright/test/cli.js"), "test", "--reporter=list,json"], {
      show: true,
      env: { ...env, NODE_ENV: "test", CHROMIUM_PATH: browser, YOUJUN_BASE_URL: addressOf(HOST, port), DEMO_PASSWORD, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    });
    return tallyPlaywrightFile(file, code);
  } finally {
    await web.stop();
  }
}
