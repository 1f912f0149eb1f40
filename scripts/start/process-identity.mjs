/** Telling processes apart: a number alone is not enough, numbers come round again after a reboot. */
import fs from "node:fs";
import { execFileSync } from "node:child_process";

function ps(pid, column) {
  try {
    return execFileSync("ps", ["-ww", "-o", `${column}=`, "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** A text that only this very process has: boot and start time on Linux, the start time elsewhere. Empty when it is gone. */
export function identityOf(pid) {
  if (!isAlive(pid)) return "";
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ZOMBIE = "Z";
    if (fields[0] === ZOMBIE) return "";
    const STARTED = 19; // field 22 of proc(5), counted after the command's name
    return `${fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[STARTED]}`;
  } catch {
    return ps(pid, "lstart");
  }
}

/** The command line of a process, its arguments separated by spaces. */
export function commandLineOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return ps(pid, "args");
  }
}
