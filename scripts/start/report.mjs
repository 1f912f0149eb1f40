/** What a person at the terminal reads: steps with the time they took, and one sentence when something is wrong. */

const began = performance.now();

/** A problem that a person can act on; its message is the whole sentence to show. */
export class Trouble extends Error {}

export const seconds = (since = began) => ((performance.now() - since) / 1000).toFixed(1);

/** A line with the seconds since the start of the program. */
export function say(text) {
  console.log(`[${seconds().padStart(5)} 秒] ${text}`);
}

/** Runs one step: says what begins and how long it took. */
export async function step(text, work) {
  const since = performance.now();
  say(`${text} …`);
  const result = await work();
  say(`${text}：完成（${seconds(since)} 秒）`);
  return result;
}

const FULL = /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i;

export const isDiskFull = (text) => FULL.test(text);

export const DISK_FULL = "磁盘空间不足：请清理后重新启动，已有的数据没有受损。";

/** One Chinese sentence for any error. */
export function sentence(error) {
  if (error instanceof Trouble) return error.message;
  const text = `${error?.code ?? ""} ${error?.message ?? error}`;
  if (isDiskFull(text)) return DISK_FULL;
  if (error?.code === "EACCES" || error?.code === "EPERM") return `没有权限访问 ${error.path ?? "所需的文件"}：请换用有权限的用户，或修改该目录的所有者。`;
  if (error?.code === "EROFS") return `目录是只读的：${error.path ?? ""}，请换到可以写入的位置。`;
  return `启动时遇到意外的问题：${text.trim().split("\n")[0]}`;
}

/** Prints the sentence to stderr; the stack only where a developer asked for it. */
export function showTrouble(error) {
  console.error(`\n✗ ${sentence(error)}`);
  if (process.env.YOUJUN_DEBUG && error?.stack) console.error(error.stack);
}
