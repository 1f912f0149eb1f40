import { benchAnswers } from "./bench/answers";
import { benchApproval } from "./bench/approval";
import { benchCertification } from "./bench/certification";
import { benchCreation } from "./bench/creation";
import { benchEvaluation } from "./bench/evaluation";
import { benchMemory } from "./bench/memory";
import { benchPlanner } from "./bench/planner";
import { benchSurveys } from "./bench/surveys";
import type { Line } from "./bench/measure";
import { benchNation } from "./bench/nation";

/** `npm run bench`, beside a running portal with demonstration data: each figure with its goal, ratios against a floor of the same run. */
async function main(): Promise<void> {
  const lines: Line[] = [...(await benchEvaluation()), ...(await benchPlanner())];
  if (process.env.DATABASE_URL) lines.push(...(await benchApproval(process.env.DATABASE_URL)));
  const base = process.env.YOUJUN_BASE_URL ?? "http://127.0.0.1:3000";
  const running = await fetch(`${base}/api/v1/health`).then((answer) => answer.ok, () => false);
  if (running) lines.push(...(await benchAnswers(base)), ...(await benchMemory(base, process.env.YOUJUN_DATA_DIR ?? ".data")));
  if (running && process.env.DATABASE_URL) lines.push(...(await benchNation(base, process.env.DATABASE_URL)), ...(await benchCreation(base, process.env.DATABASE_URL)), ...(await benchCertification(base)), ...(await benchSurveys(base, process.env.DATABASE_URL)));
  if (!running) console.log(`${base} 没有应答：先用 npm start 启动，再量接口和页面。`);
  for (const line of lines) console.log(`${line.met ? "达到" : "未达到"}  ${line.what}：${line.figure}（目标 ${line.goal}）`);
}

await main();
