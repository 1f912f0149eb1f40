import { evaluateCounty, type CountyEvaluation } from "@/lib/evaluation/evaluate-county";
import type { Section } from "@/lib/evaluation/evaluate-school";
import { formatCv, formatShortfall, formatValue } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS, STAGES, STANDARD_ID, STANDARD_NAME, type IndicatorKey } from "@/lib/standard/indicators";
import type { BaseTable, Problem } from "./base-table";
import { stageLabel } from "./columns";
import { textTable } from "./text-table";

export type Report = Pick<CountyEvaluation, "standard"> & { problems: Problem[] } & Omit<CountyEvaluation, "standard">;

/** The evaluation of a base table; a table with an error is not computed. */
export function reportOf({ schools, problems }: BaseTable): Report {
  if (problems.some(({ severity }) => severity === "error")) return { standard: STANDARD_ID, problems, excluded: [], sections: [], stages: {}, verdict: { resourceAllocation: null } };
  const { standard, excluded, sections, stages, verdict } = evaluateCounty(schools);
  return { standard, problems, excluded, sections, stages, verdict };
}

const SEVERITY = { error: "错误", warning: "提醒" } as const;

function valueText(section: Section, key: IndicatorKey): string {
  const value = section.values[key];
  if (value === null) return "—";
  const mark = section.atStandard[key] ? "" : section.atFloor[key] ? "▽" : "▼";
  return formatValue(key, value, INDICATORS[key].threshold[section.stage]) + mark;
}

/** What a section lacks, in words. */
export const shortfallText = ({ shortfall }: Section): string =>
  INDICATOR_KEYS.flatMap((key) => { const amount = shortfall[key]; return amount === undefined ? [] : [`${INDICATORS[key].shortName}${formatShortfall(key, amount)}`]; }).join("；");

const names = INDICATOR_KEYS.map((key) => INDICATORS[key].shortName);

function sectionTable(sections: readonly Section[]): string {
  const rows = sections.map((section) => [section.school, stageLabel(section.stage), String(section.students), ...INDICATOR_KEYS.map((key) => valueText(section, key)), String(section.standardCount), section.compliant ? "达标" : "未达标"]);
  return `各校指标值（▽ 未达标准但不低于 85%，▼ 低于标准的 85%）\n${textTable(["学校", "学段", "在校生", ...names, "达标项数", "结论"], rows)}`;
}

function cvTables({ stages }: Report): string[] {
  return STAGES.flatMap((stage) => {
    const result = stages[stage];
    if (!result) return [];
    const rows = INDICATOR_KEYS.map((key) => {
      const { mean, sd, cv, cvLimit, cvPass, sectionsAtStandard } = result.indicators[key];
      return [INDICATORS[key].shortName, mean === null ? "—" : formatValue(key, mean), sd === null ? "—" : formatValue(key, sd), cv === null ? "—" : formatCv(cv, cvLimit), cvLimit.toFixed(2), String(sectionsAtStandard), cvPass ? "达标" : "未达标"];
    });
    const composite = result.compositeCv === null ? "—" : formatCv(result.compositeCv);
    return [`${stageLabel(stage)}：${result.sections} 所学校（部），在校生 ${result.students} 人，达标 ${result.compliantSections} 个，综合差异系数 ${composite}（仅供参考）\n${textTable(["指标", "全县平均", "标准差", "差异系数", "限值", "达标单位数", "结论"], rows)}`];
  });
}

const VERDICT = (value: boolean | null) => (value === null ? "数据不全，不作结论" : value ? "资源配置达标" : "资源配置未达标");

/** The report as a person reads it. */
export function reportText(report: Report): string {
  const { problems, excluded, sections, verdict } = report;
  const parts = [`评估依据：${STANDARD_NAME}`];
  if (problems.length > 0) parts.push(`数据问题（${problems.length} 条）\n${textTable(["类别", "行", "列", "说明"], problems.map(({ severity, row, column, message }) => [SEVERITY[severity], String(row), column, message]))}`);
  if (problems.some(({ severity }) => severity === "error")) return [...parts, "表中有错误，未作计算；请改正后重试。"].join("\n\n");
  if (excluded.length > 0) parts.push(`不参与资源配置评估\n${textTable(["学校", "学校标识码", "原因"], excluded.map(({ school, code, reason }) => [school, code, reason]))}`);
  if (sections.length > 0) parts.push(sectionTable(sections), ...cvTables(report));
  const lacking = sections.filter((section) => Object.keys(section.shortfall).length > 0);
  if (lacking.length > 0) parts.push(`差多少\n${lacking.map((section) => `${section.school}（${stageLabel(section.stage)}）：${shortfallText(section)}`).join("\n")}`);
  return [...parts, `结论：${VERDICT(verdict.resourceAllocation)}`].join("\n\n");
}
