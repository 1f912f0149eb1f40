import { contributionsOf } from "@/lib/evaluation/contributions";
import { formatCv } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { stageLabel } from "./columns";
import type { Report } from "./evaluation-report";

export type ReportFinding = { tone: "pass" | "fail" | "pending"; text: string };
type Over = { stage: Stage; key: IndicatorKey; cv: number; limit: number };

const failing = ({ stages }: Report): Over[] => STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => {
  const outcome = stages[stage]?.indicators[key];
  return outcome && outcome.cv !== null && !outcome.cvPass ? [{ stage, key, cv: outcome.cv, limit: outcome.cvLimit }] : [];
}));

/** What a table shows, in one sentence. */
export function reportFinding(report: Report): ReportFinding {
  const errors = report.problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return { tone: "fail", text: `表中有 ${errors} 处错误，未作计算；请按下表逐条改正后重试。` };
  if (report.sections.length === 0) return { tone: "pending", text: "表中没有参与资源配置评估的学校，无可计算。" };
  const over = failing(report);
  const undefinedCvs = STAGES.flatMap((stage) => INDICATOR_KEYS.filter((key) => report.stages[stage]?.indicators[key].cv === null)).length;
  const cvText = [
    over.slice(0, 2).map(({ stage, key, cv, limit }) => `${stageLabel(stage)}${INDICATORS[key].shortName}差异系数 ${formatCv(cv, limit)}，超过 ${limit.toFixed(2)}`).join("；"),
    over.length > 2 ? `共 ${over.length} 项差异系数超限` : "",
    undefinedCvs > 0 ? `${undefinedCvs} 项全县数值为 0，差异系数无法计算` : "",
    over.length + undefinedCvs === 0 ? `${Object.keys(report.stages).length * INDICATOR_KEYS.length} 项差异系数均在限值以内` : "",
  ].filter(Boolean).join("；");
  const short = report.sections.filter((section) => !section.compliant).length;
  const schools = short === 0 ? `${report.sections.length} 所学校（部）均达标` : `${report.sections.length} 所学校（部）中 ${short} 所未达标`;
  const pass = report.verdict.resourceAllocation === true;
  return { tone: pass ? "pass" : "fail", text: `资源配置${pass ? "达标" : "未达标"}：${cvText}；${schools}。` };
}

/** For each coefficient beyond its limit, the three schools that make up most of it. */
export function mainContributors(report: Report): { name: string; text: string }[] {
  return failing(report).map(({ stage, key }) => ({
    name: `${stageLabel(stage)}${INDICATORS[key].shortName}`,
    text: contributionsOf(report.sections, stage, key).slice(0, 3).filter(({ share }) => share >= 0.005).map(({ school, share, side }) => `${school}${side === "above" ? "高于" : "低于"}全县平均，占 ${Math.round(share * 100)}%`).join("；"),
  }));
}
