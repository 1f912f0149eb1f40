/**
 * `npm start`: from a fresh clone to a running portal. Installs, starts or checks the database, migrates,
 * seeds, builds and serves; what has not changed since the last time is skipped.
 * Only node: modules may be imported here and below until the dependencies are installed.
 */
import { requireNode } from "./start/install.mjs";
import { leaveWithNpm } from "./start/parent.mjs";
import { Trouble, showTrouble } from "./start/report.mjs";
import { endChildren } from "./start/run.mjs";
import { startPortal } from "./start/portal.mjs";

/** What is to be stopped, in this order. */
const portal = { web: null, jobs: null, database: null, lock: null };
let stopping = null;

/** Web first, so that no request meets a closed database. */
function stopPortal() {
  return (stopping ??= (async () => {
    await portal.web?.stop();
    endChildren();
    await portal.jobs?.stop();
    await portal.database?.stop();
    portal.lock?.release();
  })());
}

async function leave() {
  if (stopping) return;
  console.log("\n正在停止 …");
  await stopPortal();
  console.log("已停止。");
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, leave);
leaveWithNpm(leave);

try {
  requireNode();
  if (process.argv.slice(2).some((argument) => argument !== "--dev")) throw new Trouble(`不认识的参数：${process.argv.slice(2).join(" ")}（只有 --dev）。`);
  const ended = await startPortal(portal, { dev: process.argv.includes("--dev") });
  if (ended && !stopping) throw new Trouble(ended);
} catch (error) {
  if (!stopping) {
    showTrouble(error);
    await stopPortal().catch(() => {});
    process.exit(1);
  }
}
if (!stopping) process.exit(0);
