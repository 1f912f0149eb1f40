/** The web process: is its port free, start it, wait for its first answer, stop it. */
import http from "node:http";
import net from "node:net";
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { NEXT_CLI, SERVER } from "./build.mjs";
import { ROOT, inRoot } from "./paths.mjs";
import { Trouble } from "./report.mjs";
import { keepTrack } from "./run.mjs";

export const NAME = "youjun";
/** Megabytes of the server's heap. Left to itself, V8 grows with the machine: after 1,000 page views it held 635 MB on 24 GB, with a bound 360 MB. */
export const HEAP_MB = 1536;
/** Longer than proxies and browsers hold an idle connection, so that it is not closed under a request on its way. */
const KEEP_ALIVE_MS = 75_000;
const PRELOADS = ["leave-with-parent.mjs", "own-address.mjs"];

export function readPort(text = "3000") {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Trouble(`PORT=${text} 不是有效的端口号（1 到 65535）。`);
  return port;
}

/** A bureau with more memory, or imports of its own size, may give more. */
export function readHeap(text) {
  if (!text) return HEAP_MB;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 256) throw new Trouble(`YOUJUN_HEAP_MB=${text} 不是有效的内存上限（兆字节，不小于 256）。`);
  return size;
}

/** Where this machine itself reaches a server that listens on `host`. */
export const localHost = (host) => (host === "0.0.0.0" || host === "::" || host === "" ? "127.0.0.1" : host);
export const addressOf = (host, port) => `http://${net.isIPv6(host) ? `[${host}]` : host}:${port}`;

/** Status and body of a GET; null when nobody answers HTTP there. */
export function get(url, ms = 3000) {
  return new Promise((resolve) => {
    const request = http.get(url, { timeout: ms, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => (body = (body + chunk).slice(0, 10_000)));
      response.on("end", () => resolve({ status: response.statusCode, body }));
      response.on("error", () => resolve(null));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(null));
  });
}

export const health = (host, port, ms) => get(`${addressOf(localHost(host), port)}/api/v1/health`, ms);

/** A portal's health answer names it. */
export function isPortal(answer) {
  try {
    return JSON.parse(answer?.body ?? "")?.name === NAME;
  } catch {
    return false;
  }
}

function tryToListen(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve("")));
  });
}

/** "free", or "portal" when a portal already answers there; anything else in the way stops with a sentence. */
export async function askPort(host, port) {
  const code = await tryToListen(host, port);
  if (code === "EACCES") throw new Trouble(`没有权限使用端口 ${port}：请换一个 1024 以上的端口，例如 PORT=3000 npm start。`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new Trouble(`YOUJUN_HOST=${host} 不是这台机器的地址。`);
  if (!code) return "free";
  if (isPortal(await health(host, port))) return "portal";
  throw new Trouble(`端口 ${port} 已被其他程序占用：请停止它，或换一个端口，例如 PORT=${port < 65_535 ? port + 1 : 3000} npm start。`);
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C reaches only this program, which then
 * stops things in order. Its stdin is a pipe: when this program dies, the pipe ends and the server leaves too.
 */
export function startWeb({ host, port, env, dev = false, output = "inherit" }) {
  const args = dev ? [NEXT_CLI, "dev", "-p", String(port), "-H", host] : [`--max-old-space-size=${readHeap(process.env.YOUJUN_HEAP_MB)}`, ...PRELOADS.flatMap((file) => ["--import", new URL(file, import.meta.url).href]), SERVER];
  const child = keepTrack(
    spawn(process.execPath, args, {
      cwd: dev ? ROOT : inRoot(".next/standalone"),
      env: { ...process.env, ...env, PORT: String(port), HOSTNAME: host, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1", KEEP_ALIVE_TIMEOUT: String(KEEP_ALIVE_MS) },
      stdio: ["pipe", output, output],
      detached: process.platform !== "win32",
    }),
    { group: process.platform !== "win32" },
  );
  child.stdin.on("error", () => {});
  let exit = null;
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve((exit = { code, signal }))));
  return { child, ended, isRunning: () => exit === null, stop: () => stopWeb(child, ended, () => exit === null) };
}

async function stopWeb(child, ended, isRunning) {
  if (!isRunning()) return;
  child.kill("SIGTERM");
  const late = setTimeout(() => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
  }, 10_000);
  await ended;
  clearTimeout(late);
}

const UNAVAILABLE = 503;

const PATIENCE = 120_000;

/** Waits until the health page answers. Any other HTTP answer will do, except "not yet". */
export async function waitForWeb(web, host, port) {
  for (const until = Date.now() + PATIENCE; ; ) {
    if (Date.now() > until) throw new Trouble("网页程序已启动，但一直报告没有就绪（连不上数据库）：请检查 DATABASE_APP_URL 和上面的输出。");
    if (!web.isRunning()) throw new Trouble("网页程序没有启动成功，原因见上面的输出。");
    const answer = await health(host, port, 60_000);
    if (answer && answer.status !== UNAVAILABLE) return;
    await sleep(answer ? 500 : 50);
  }
}
