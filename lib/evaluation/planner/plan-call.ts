import { INDICATOR_KEYS, type IndicatorKey } from "@/lib/standard/indicators";
import type { PerKey } from "../evaluate-school";
import { PLAN_MODES, type PlanMode, type PlanOptions } from "./plan-county";
import { refuseQuota, refuseUnitCost } from "./units";

export const PLAN_USAGE = "用法：npm run --silent plan -- 文件.xlsx|文件.csv [--json] [--mode additions|rotation|both] [--unit-cost 指标=成本]… [--quota 比例] [--out 文件.xlsx|文件.csv]";

export type PlanCall = { file: string; json: boolean; out: string | null; options: PlanOptions };
export type CallOutcome = { ok: true; call: PlanCall } | { ok: false; message: string };

const TABLE = /\.(xlsx|csv)$/i;
const WITH_VALUE = ["--unit-cost", "--quota", "--mode", "--out"] as const;
type WithValue = (typeof WITH_VALUE)[number];
const withValue = (text: string): WithValue | null => WITH_VALUE.find((known) => known === text) ?? null;
const refused = (message: string): CallOutcome => ({ ok: false, message });

/** 指标=成本. */
function unitCostOf(text: string): { key: IndicatorKey; cost: number } | string {
  const at = text.indexOf("=");
  const [name, value] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  const cost = value.trim() === "" ? Number.NaN : Number(value);
  const refusal = refuseUnitCost(name, cost);
  const key = INDICATOR_KEYS.find((known) => known === name);
  return refusal ?? (key === undefined ? "" : { key, cost });
}

/** The call from the command's arguments, or the sentence that says what is wrong with it. */
export function readPlanCall(args: readonly string[]): CallOutcome {
  const files: string[] = [];
  const unitCost: Partial<PerKey<number>> = {};
  let [json, out, quota, mode]: [boolean, string | null, number | undefined, PlanMode] = [false, null, undefined, "additions"];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    const [name = "", inline] = arg.startsWith("--") && arg.includes("=") ? [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)] : [arg];
    const option = withValue(name);
    if (arg === "--json") json = true;
    else if (!arg.startsWith("--")) files.push(arg);
    else if (option === null) return refused(`不认识的选项 ${arg}。${PLAN_USAGE}`);
    else {
      const value = inline ?? args[(at += 1)];
      if (value === undefined || value === "") return refused(`选项 ${option} 之后应有内容。${PLAN_USAGE}`);
      if (option === "--unit-cost") {
        const cost = unitCostOf(value);
        if (typeof cost === "string") return refused(cost);
        unitCost[cost.key] = cost.cost;
      } else if (option === "--quota") {
        quota = Number(value);
        const refusal = refuseQuota(quota);
        if (refusal) return refused(refusal);
      } else if (option === "--mode") {
        const known = PLAN_MODES.find((choice) => choice === value);
        if (!known) return refused(`不认识的方式“${value}”，应为 ${PLAN_MODES.join("、")} 之一。`);
        mode = known;
      } else if (TABLE.test(value)) out = value;
      else return refused(`输出文件 ${value} 的类型不受支持，应为 .xlsx 或 .csv。`);
    }
  }
  const [file] = files;
  if (file === undefined || files.length > 1) return refused(PLAN_USAGE);
  if (!TABLE.test(file)) return refused(`文件 ${file} 的类型不受支持，应为 .xlsx 或 .csv。`);
  return { ok: true, call: { file, json, out, options: { mode, unitCost, ...(quota === undefined ? {} : { quota }) } } };
}
