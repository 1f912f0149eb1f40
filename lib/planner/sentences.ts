import type { CountyEvaluation } from "@/lib/evaluation/evaluate-county";
import { formatCv } from "@/lib/evaluation/format";
import type { PlanMode } from "@/lib/evaluation/planner/plan-county";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import type { PlannedPath } from "./planned-path";
import { amountText, figure, MONEY_NAME, moneyText, totalsOf, type Money } from "./rules";
import type { PlanResult } from "./schema";

/** The planner's answers in words. Pure; every figure comes from the plan and its evaluation. */
export type Told = { place: string; year: number; basis: "approved" | "live"; mode: PlanMode; money: Money; assumed: boolean; outcome: PlanResult; after: CountyEvaluation };

const dataText = ({ year, basis, assumed }: Pick<Told, "year" | "basis" | "assumed">): string => `${year}学年初${basis === "live" ? "实时数据（未审定）" : "审定数据"}${assumed ? "和所设假设" : ""}`;
const moved = ({ moves }: PlanResult): number => moves.reduce((sum, { count }) => sum + count, 0);
const hired = ({ additions }: PlanResult): number => additions.filter(({ indicator }) => !INDICATORS[indicator].physical).reduce((sum, { amount }) => sum + amount, 0);

/** The sentence that opens a plan: least effort first, then what it brings. */
export function leadSentence(told: Told): string {
  const { place, mode, money, outcome, after } = told;
  const passes = after.verdict.resourceAllocation === true;
  const data = `${place}按${dataText(told)}测算`;
  if (outcome.additions.length === 0 && outcome.moves.length === 0) return passes ? `${data}：资源配置已经达标，不需要增补和调动。` : `${data}：教师的三项指标已经达到要求，不需要调动；资源配置仍未达标。`;
  const schools = new Set(outcome.additions.map(({ code }) => code)).size;
  if (mode === "rotation") return `${data}：最少调动 ${moved(outcome)} 人${hired(outcome) > 0 ? `、新增 ${hired(outcome)} 人` : ""}，三项教师指标即达到要求；${passes ? "资源配置达标。" : "资源配置仍未达标，须另行增补用房、场馆、设备或教室。"}`;
  const moves = outcome.moves.length > 0 ? `调动教师 ${moved(outcome)} 人，再` : "";
  if (outcome.additions.length === 0) return `${data}：调动教师 ${moved(outcome)} 人，不需要增补，资源配置即可达标。`;
  return `${data}：${moves}最少用 ${moneyText(outcome.cost, money)}为 ${schools} 所学校增补，各校（部）和差异系数即全部达标。`;
}

/** What the plan brings in all: 骨干教师 12 人、教学及辅助用房 3,400 ㎡. */
export const totalsText = (additions: PlanResult["additions"]): string => totalsOf(additions).map(({ indicator, amount }) => `${INDICATORS[indicator].shortName} ${amountText(indicator, amount)}`).join("、");

/** The bound and the gap: why nothing smaller can do. */
export function proofSentence({ mode, money, outcome: { cost, proof, additions, moves } }: Pick<Told, "mode" | "money" | "outcome">): string {
  if (additions.length + moves.length === 0) return "没有需要做的，下限为 0。";
  const unit = proof.unit === "people" ? "人" : MONEY_NAME[money];
  const people = mode === "both" && proof.moved !== undefined ? `调动 ${proof.moved} 人（不能少于 ${proof.leastMoved ?? 0} 人）；` : "";
  const first = `${people}本方案 ${figure(cost)} ${unit}，任何方案都不能少于 ${figure(proof.lowerBound)} ${unit}`;
  return proof.gap === 0 ? `${first}，差距为 0：已证明最少。` : `${first}，差距 ${figure(proof.gap)} ${unit}（${((proof.gap / Math.max(cost, Number.MIN_VALUE)) * 100).toFixed(3)}%）。`;
}

/** Coefficients and sections that the plan leaves below the standard. */
export function unreached(after: CountyEvaluation): string[] {
  const cvs = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => {
    const outcome = after.stages[stage]?.indicators[key];
    return outcome && outcome.cv !== null && !outcome.cvPass ? [`${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数仍为 ${formatCv(outcome.cv, outcome.cvLimit)}，超过 ${outcome.cvLimit.toFixed(2)}。`] : [];
  }));
  const short = after.sections.filter(({ compliant }) => !compliant);
  const missing = INDICATOR_KEYS.map((key) => ({ key, count: short.filter((section) => !section.atStandard[key]).length })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return [...(short.length > 0 ? [`${short.length} 个学校（部）仍未达标，所缺为${missing.map(({ key, count }) => `${INDICATORS[key].shortName}（${count} 个）`).join("、")}。`] : []), ...cvs];
}

/** How the path ends: by the planner's own sentence, in the plan's unit; moves alone are not told to be additions that are done. */
export function pathSentence({ path, from }: PlannedPath, mode: PlanMode, money: Money): string {
  const spent = path.years.some(({ additions }) => additions.length > 0) || path.left.length > 0;
  if (mode === "rotation" && !spent && path.years.at(-1)?.standing.resourceAllocation === false) return `调动在 ${from} 年完成；只调配教师，资源配置仍未达标，须另行增补用房、场馆、设备或教室。`;
  return path.sentence.replace("的预算", ` ${MONEY_NAME[money]}的预算`);
}

/** What the calculation is, for the foot of every file and page. */
export const METHOD: readonly string[] = [
  "测算目标：每个学校（部）七项指标至少六项达到标准、余项不低于标准的 85%，且小学、初中各项差异系数不超过限值；在此前提下增补成本（或调动人数）最少。",
  "增补按整数单位：教师 1 人、教室 1 间、面积 1 ㎡、设备 100 元；几个学段共用校舍的，增补记在学校，由各学段按加权人数分摊。",
  "下限由数学证明得出：单个指标用统一水平法求得最少增补，哪项留在 85% 由分支定界选定，共用校舍和教师调配由开源的整数规划求解器求解；方案代回评估程序复核，且任何一个单位都不能再减。",
  "调动的学校不低于自身标准；同等条件下优先在同一共同体内调动。平台只有各类教师的人数，没有教师个人信息，同一名教师兼计两项的会分别列出。",
  "折算单位成本为 1 ÷ 小学该项生均（每百名）标准，只用于不同指标之间的比较，不是金额；按元填写单位成本的，成本为元。",
];
