/** A Chromium and Chinese glyphs for the browser tests: found where they usually are, installed by apt where that is allowed. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { Trouble, step } from "../start/report.mjs";
import { runToEnd } from "../start/run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const isProgram = (file) => {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
};

function inPath(name) {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(path.delimiter)];
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

/** Where `playwright install` puts its own browsers. */
function inPlaywrightCache() {
  const caches = [process.env.PLAYWRIGHT_BROWSERS_PATH, path.join(os.homedir(), ".cache/ms-playwright"), path.join(os.homedir(), "Library/Caches/ms-playwright")];
  for (const cache of caches.filter(Boolean)) {
    if (!fs.existsSync(cache)) continue;
    for (const name of fs.readdirSync(cache).filter((entry) => entry.startsWith("chromium")).sort().reverse()) {
      const places = ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-linux/headless_shell", "chrome-headless-shell-linux64/chrome-headless-shell", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"];
      const found = places.map((place) => path.join(cache, name, place)).find(isProgram);
      if (found) return found;
    }
  }
  return undefined;
}

export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (!isProgram(env.CHROMIUM_PATH)) throw new Trouble(`CHROMIUM_PATH=${env.CHROMIUM_PATH} 不是可执行的程序。`);
    return env.CHROMIUM_PATH;
  }
  return NAMES.map(inPath).find(Boolean) ?? inPlaywrightCache();
}

/** Without a Chinese font every glyph is a box. Where fontconfig is missing nothing can be said, so true. */
function hasChineseFont() {
  try {
    return execFileSync("fc-list", [":lang=zh"], { encoding: "utf8" }).trim() !== "";
  } catch (error) {
    return error.code === "ENOENT" && inPath("apt-get") === undefined;
  }
}

const HOW = "请安装 Chromium 和一种中文字体（Debian/Ubuntu：sudo apt-get install chromium fonts-wqy-microhei；其他系统：npx playwright install chromium），或用 CHROMIUM_PATH 指明已有的浏览器";

/** Resolves to the browser's path, or stops with a sentence that tells how to get one. */
export async function ensureBrowser() {
  const wanted = [...(findChromium() ? [] : ["chromium"]), ...(hasChineseFont() ? [] : ["fonts-wqy-microhei"])];
  if (wanted.length > 0 && process.getuid?.() === 0 && inPath("apt-get")) {
    await step(`安装 ${wanted.join("、")}（apt-get）`, async () => {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await runToEnd("apt-get", ["update"], { env, log: "apt-update.log" });
      const waiting = ["-o", "DPkg::Lock::Timeout=300"]; // another installation may be under way
      const { code, tail } = await runToEnd("apt-get", ["install", "-y", "--no-install-recommends", ...waiting, ...wanted], { env, log: "apt-install.log" });
      if (code !== 0) console.log(tail.trim().split("\n").slice(-3).join("\n"));
    });
  }
  const browser = findChromium();
  if (!browser) throw new Trouble(`没有找到浏览器：${HOW}。`);
  if (!hasChineseFont()) console.log("提示：这台机器没有中文字体，截图里的汉字会是方框。");
  return browser;
}
