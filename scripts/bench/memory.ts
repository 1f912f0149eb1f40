import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Line } from "./measure";
import { cookieOf } from "./sign-in";

const VIEWS = 1_000;
const GOAL_MB = 600;
const PEOPLE: Record<string, string[]> = {
  moe: ["/d/cn/overview", "/d/cn/indicators", "/d/cn/schools"],
  "province-37": ["/d/37/overview", "/d/37/indicators", "/d/37/schools"],
  "county-640422": ["/d/640422/overview", "/d/640422/indicators", "/d/640422/schools", "/d/640422/items", "/d/640422/filings"],
  "school-640422-2": ["/s/s640422002/overview", "/s/s640422002/filing/2026"],
};
const lock = z.object({ pid: z.number() });

const statusOf = (pid: string) => fs.readFileSync(`/proc/${pid}/status`, "utf8");

/** Resident bytes of the web server that the running starter (the holder of the lock) began; null where /proc does not tell. */
function residentOf(dataDir: string): number | null {
  const starter = lock.safeParse(JSON.parse(fs.readFileSync(path.join(dataDir, "start.lock"), "utf8")));
  if (!starter.success || !fs.existsSync("/proc/self/status")) return null;
  for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const status = statusOf(pid);
      if (status.startsWith("Name:\tnext-server") && status.includes(`\nPPid:\t${starter.data.pid}\n`)) return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    } catch {
      continue; // the process has ended since the list was read
    }
  }
  return null;
}

/** Resident memory of the server after 1,000 page views by four people at once. */
export async function benchMemory(base: string, dataDir: string): Promise<Line[]> {
  const visits: { cookie: string; page: string }[] = [];
  for (const [username, pages] of Object.entries(PEOPLE)) {
    const cookie = await cookieOf(base, username);
    visits.push(...pages.map((page) => ({ cookie, page })));
  }
  let seen = 0;
  const walk = async () => {
    for (let at = seen++; at < VIEWS; at = seen++) {
      const visit = visits[at % visits.length];
      if (!visit) return;
      const answer = await fetch(base + visit.page, { headers: { cookie: visit.cookie } });
      if (answer.status !== 200) throw new Error(`${visit.page}: ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Object.keys(PEOPLE).map(walk));
  const bytes = residentOf(dataDir);
  if (bytes === null) return [];
  const megabytes = bytes / 1e6;
  return [{ what: `浏览 ${VIEWS} 页后服务的常驻内存`, figure: `${megabytes.toFixed(0)} MB`, goal: `≤ ${GOAL_MB} MB`, met: megabytes <= GOAL_MB }];
}
