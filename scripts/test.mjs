/**
 * `npm test`: everything, from a fresh clone alone. `npm test -- static|unit|integration|e2e` runs parts.
 * A failing stage does not keep the others from running; the last line is the sum.
 */
import fs from "node:fs";
import { ensureInstalled, requireNode } from "./start/install.mjs";
import { inRoot } from "./start/paths.mjs";
import { leaveWithNpm } from "./start/parent.mjs";
import { Trouble, say, showTrouble } from "./start/report.mjs";
import { endChildren } from "./start/run.mjs";
import { NONE, add, lastLine } from "./test/tally.mjs";

const STAGES = { static: "runStatic", unit: "runUnit", integration: "runIntegration", e2e: "runBrowser" };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

let scratch = null;
let leaving = false;

/** The run's own database server, one for all stages. */
async function openScratch() {
  const { openScratch: open } = await import("./test/scratch-database.mjs");
  return (scratch ??= open());
}

async function cleanUp() {
  endChildren();
  const opened = scratch;
  scratch = null;
  await (await opened?.catch(() => null))?.close();
}

async function leave() {
  if (leaving) return;
  leaving = true;
  await cleanUp().catch(() => {});
  process.exit(130);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, leave);
leaveWithNpm(leave);

/** The stages asked for, in their fixed order. */
function chosenStages(names) {
  const unknown = names.filter((name) => !(name in STAGES));
  if (unknown.length > 0) throw new Trouble(`不认识的测试阶段：${unknown.join("、")}（可选：${Object.keys(STAGES).join("、")}）。`);
  return Object.keys(STAGES).filter((name) => names.length === 0 || names.includes(name));
}

async function runAll(stages) {
  await ensureInstalled();
  const { ensureGenerated } = await import("./start/generate.mjs");
  const runners = await import("./test/stages.mjs");
  if (fs.existsSync(inRoot("prisma/schema"))) await ensureGenerated();
  const reports = inRoot(".data/test-reports");
  fs.rmSync(reports, { recursive: true, force: true });
  fs.mkdirSync(reports, { recursive: true });
  let total = NONE;
  for (const name of stages) {
    if (leaving) break;
    say(`——— ${name} ———`);
    const tally = await runners[STAGES[name]]({ reports, scratch: openScratch }).catch((error) => {
      showTrouble(error);
      return FAILED;
    });
    say(`${name}：${lastLine(tally)}`);
    total = add(total, tally);
  }
  return total;
}

let total = FAILED;
try {
  requireNode();
  total = await runAll(chosenStages(process.argv.slice(2)));
} catch (error) {
  showTrouble(error);
}
if (!leaving) {
  leaving = true;
  await cleanUp().catch((error) => {
    showTrouble(error);
    total = add(total, FAILED);
  });
  console.log(lastLine(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}
