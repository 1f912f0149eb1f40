import { INDICATORS, STAGE_NAME, type Stage } from "@/lib/standard/indicators";
import type { Problem } from "@/lib/exchange/columns";
import { textTable } from "@/lib/exchange/text-table";
import type { CountyEvaluation } from "../evaluate-county";
import type { Addition, CountyPlan, Exception, Move, Proof } from "./plan-types";

/** The plan as the command prints it; `after` has the shape of the evaluation's own output. */
export type ShownPlan = {
  additions: Addition[]; moves: Move[]; cost: number;
  after: CountyEvaluation & { problems: Problem[] };
  proof: Proof; exceptions: Exception[]; reasons: string[];
};

export function shownPlan({ additions, moves, cost, after, proof, exceptions, reasons }: CountyPlan, problems: readonly Problem[]): ShownPlan {
  const { standard, ...rest } = after;
  return { additions, moves, cost, after: { standard, problems: problems.filter(({ severity }) => severity !== "error"), ...rest }, proof, exceptions, reasons };
}

const stageName = (stage: Stage | null): string => (stage ? STAGE_NAME[stage] : "全校");
const figure = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 2 });

/** The plan as a person reads it. */
export function planText({ additions, moves, after, reasons }: CountyPlan): string {
  const parts: string[] = [];
  const names = new Map(after.sections.map(({ code, school }) => [code, school]));
  if (additions.length > 0) parts.push(`增补\n${textTable(["学校", "学段", "指标", "数量", "单位"], additions.map(({ school, stage, indicator, amount }) => [school, stageName(stage), INDICATORS[indicator].shortName, figure(amount), INDICATORS[indicator].unit]))}`);
  if (moves.length > 0) parts.push(`调动\n${textTable(["调出", "调入", "学段", "指标", "人数"], moves.map(({ from, to, stage, indicator, count }) => [names.get(from) ?? from, names.get(to) ?? to, stageName(stage), INDICATORS[indicator].shortName, String(count)]))}`);
  parts.push(`说明（测算）\n${reasons.join("\n")}`);
  const { resourceAllocation } = after.verdict;
  return [...parts, `调整后的结论：${resourceAllocation ? "资源配置达标" : "资源配置未达标"}`].join("\n\n");
}
