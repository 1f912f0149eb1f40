/** Runs other programs; whatever is still running when this one leaves is ended with it. */
import fs from "node:fs";
import { spawn } from "node:child_process";
import { ROOT, logFile } from "./paths.mjs";
import { DISK_FULL, Trouble, isDiskFull } from "./report.mjs";

const running = new Set();
let leaving = false;

/** Remembers a child so that it is ended at exit. `group` children lead a process group of their own. */
export function keepTrack(child, { group = false } = {}) {
  const entry = { child, group };
  running.add(entry);
  child.once("exit", () => running.delete(entry));
  return child;
}

/** Ends what is left, at once; for `process.on("exit")` and for signals. */
export function endChildren(signal = "SIGTERM") {
  leaving = true;
  for (const { child, group } of running) {
    try {
      if (group && child.pid) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // already gone
    }
  }
}
// Somebody closed our terminal or pipe: nothing to tell any more, but what runs must still be stopped in order.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
process.on("exit", () => endChildren("SIGKILL"));

/**
 * Runs a program to its end and resolves to its exit code and the last of its output.
 * `show`: pass the output on to the terminal; otherwise it goes to `log` (a name under .data/log).
 */
export function runToEnd(command, args, { env = {}, cwd = ROOT, show = false, log } = {}) {
  return new Promise((resolve, reject) => {
    const child = keepTrack(
      spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32" }),
      { group: process.platform !== "win32" },
    );
    const file = log ? fs.createWriteStream(logFile(log), { flags: "w" }) : null;
    file?.on("error", reject);
    let tail = "";
    const take = (sink) => (chunk) => {
      tail = (tail + chunk).slice(-8000);
      file?.write(chunk);
      if (show) sink.write(chunk);
    };
    child.stdout.on("data", take(process.stdout));
    child.stderr.on("data", take(process.stderr));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      file?.end();
      resolve({ code: code ?? 1, signal, tail });
    });
  });
}

/** Like runToEnd, but anything except success becomes one sentence (and the last lines of the output above it). */
export async function runOrStop(what, command, args, options = {}) {
  const result = await runToEnd(command, args, options);
  if (result.code === 0) return result;
  if (leaving) throw new Trouble(`${what}被中断。`);
  if (isDiskFull(result.tail)) throw new Trouble(DISK_FULL);
  if (!options.show) process.stderr.write(`\n${result.tail.trim().split("\n").slice(-25).join("\n")}\n`);
  const where = options.log ? `，完整输出见 ${logFile(options.log)}` : "";
  throw new Trouble(`${what}失败${result.signal ? `（信号 ${result.signal}）` : ""}${where}。`);
}

/** Runs a script of this project, or of one of its packages, with the same Node. */
export const runNode = (what, args, options) => runOrStop(what, process.execPath, args, options);
