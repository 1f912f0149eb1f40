// npm run --silent evaluate -- FILE [--json]: the 资源配置 of one county from a base table, without a database.
import { parseBaseTable } from "@/lib/exchange/base-table";
import { reportOf, reportText } from "@/lib/exchange/evaluation-report";
import type { Cell } from "@/lib/exchange/columns";
import { readTable } from "@/lib/exchange/read-table-node";

const USAGE = "用法：npm run --silent evaluate -- 文件.xlsx|文件.csv [--json]";

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

async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith("--"));
  const unknown = args.find((arg) => arg.startsWith("--") && arg !== "--json");
  const [path] = files;
  if (unknown) return refuse(`不认识的选项 ${unknown}。${USAGE}`);
  if (path === undefined || files.length > 1) return refuse(USAGE);
  if (!/\.(xlsx|csv)$/i.test(path)) return refuse(`文件 ${path} 的类型不受支持，应为 .xlsx 或 .csv。`);
  const rows = await rowsOf(path);
  if (!rows) return refuse(`无法读取文件 ${path}：文件不存在，或内容不是有效的表格。`);
  const report = reportOf(parseBaseTable(rows));
  process.stdout.write(`${args.includes("--json") ? JSON.stringify(report) : reportText(report)}\n`);
  return report.problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
