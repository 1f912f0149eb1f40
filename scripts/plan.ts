// npm run --silent plan -- FILE [--json] …: the least that brings one county to 资源配置达标, from a base table, without a database.
import { writeFile } from "node:fs/promises";
import Papa from "papaparse";
import { applyPlan } from "@/lib/evaluation/planner/apply-plan";
import { readPlanCall, type PlanCall } from "@/lib/evaluation/planner/plan-call";
import { planCounty } from "@/lib/evaluation/planner/plan-county";
import { planText, shownPlan } from "@/lib/evaluation/planner/plan-text";
import { parseBaseTable, type Problem } from "@/lib/exchange/base-table";
import type { Cell } from "@/lib/exchange/columns";
import { readTable } from "@/lib/exchange/read-table-node";
import { baseTableRows, baseTableWorkbook } from "@/lib/exchange/write-table";
import type { SchoolFacts } from "@/lib/evaluation/facts";

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

async function rowsOf(path: string): Promise<Cell[][] | null> {
  try {
    return await readTable(path);
  } catch {
    return null;
  }
}

/** Faults of the table, as data or as sentences; the plan is not made. */
function faulty(problems: readonly Problem[], json: boolean): number {
  const faults = problems.filter(({ severity }) => severity === "error");
  process.stdout.write(json ? `${JSON.stringify({ problems })}\n` : `${faults.map(({ row, column, message }) => `第 ${row} 行${column ? ` ${column}` : ""}：${message}`).join("\n")}\n表中有错误，未作测算；请改正后重试。\n`);
  return 1;
}

async function writeTable(path: string, schools: readonly SchoolFacts[]): Promise<string | null> {
  const content = /\.csv$/i.test(path)
    ? `\uFEFF${Papa.unparse(baseTableRows(schools, null))}\n`
    : await baseTableWorkbook(schools, { title: "增补调配后的县域基础数据表", mark: null, lines: [{ label: "数据基准", text: "测算" }] });
  try {
    await writeFile(path, content);
    return null;
  } catch {
    return `无法写入文件 ${path}：所在的文件夹不存在，或没有写入权限。`;
  }
}

async function plan({ file, json, out, options }: PlanCall): Promise<number> {
  const rows = await rowsOf(file);
  if (!rows) return refuse(`无法读取文件 ${file}：文件不存在，或内容不是有效的表格。`);
  const { schools, problems } = parseBaseTable(rows);
  if (problems.some(({ severity }) => severity === "error")) return faulty(problems, json);
  const outcome = await planCounty(schools, options);
  if (!outcome.ok) {
    process.stdout.write(json ? `${JSON.stringify({ problems: [{ severity: "error", row: 0, column: "", message: outcome.message }] })}\n` : `${outcome.message}\n`);
    return 1;
  }
  if (out !== null) {
    const failure = await writeTable(out, applyPlan(schools, outcome.plan));
    if (failure) return refuse(failure);
  }
  process.stdout.write(json ? `${JSON.stringify(shownPlan(outcome.plan, problems))}\n` : `${planText(outcome.plan)}\n`);
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  const call = readPlanCall(args);
  return call.ok ? plan(call.call) : refuse(call.message);
}

process.exitCode = await main(process.argv.slice(2));
