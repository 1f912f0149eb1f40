import { formatCv } from "@/lib/evaluation/format";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { countCvs, failingCvs, openCvs } from "@/lib/results/cvs";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import type { ChildOutcome } from "@/lib/results/list-children";
import { yearName } from "@/lib/results/years";
import type { Sentence } from "./finding";

function cvSentence(failing: ReturnType<typeof failingCvs>, open: number, total: number): string {
  const named = failing.slice(0, 2).map(({ stage, key, cv, limit }) => `${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数 ${formatCv(cv, limit)}，超过 ${limit.toFixed(2)}`).join("；");
  const waiting = open > 0 ? `，${open} 项数据不全` : "";
  if (failing.length > 0) return `${named}${failing.length > 2 ? `；共 ${failing.length} 项超限` : ""}，其余 ${total - failing.length - open} 项达标${waiting}`;
  return open > 0 ? `${total} 项差异系数中 ${total - open} 项在限值以内${waiting}` : `${total} 项差异系数均在限值以内`;
}

/** The sentence that opens a county's overview. Computed, never a cause that the figures do not show. */
export function countyFinding(name: string, result: CountyOutcome | null, year: number, basis: "approved" | "live" = "approved"): Sentence {
  if (!result || result.reported === 0) return { tone: "pending", text: `${name}${yearName(year)}数据尚未审定，暂无评估结果。` };
  const lead = `${name}${yearName(year)}${basis === "live" ? "实时数据（未审定）" : "数据"}`;
  const failing = failingCvs(result.stages);
  const cvText = cvSentence(failing, openCvs(result.stages), countCvs(result.stages));
  const short = result.sections - result.compliantSections;
  const schools = short === 0 ? "各校均达标" : `${short} 所学校（部）未达标`;
  if (result.resourceVerdict === null && basis === "live") return { tone: "pending", text: `${lead}：还有学校没有填全，暂不作结论。已填全的学校（部）中 ${result.compliantSections} 所达标。` };
  if (result.resourceVerdict === null) return { tone: "pending", text: `${lead}：应报 ${result.expected} 所，已审定 ${result.reported} 所，数据不全，暂不作结论。已审定部分中，${cvText}。` };
  if (result.resourceVerdict) return { tone: "pass", text: `${lead}：资源配置达标，${cvText}，${schools}。` };
  return { tone: "fail", text: `${lead}：资源配置未达标。${cvText}；${schools}。` };
}

/** The sentence that opens the overview of the nation, a province or a city. */
export function areaFinding(name: string, children: Pick<ChildOutcome, "counties" | "reported" | "resourcePassed" | "compliant">[], year: number): Sentence {
  const sum = (pick: (child: (typeof children)[number]) => number) => children.reduce((total, child) => total + pick(child), 0);
  const [counties, reported, passed, compliant] = [sum((c) => c.counties), sum((c) => c.reported), sum((c) => c.resourcePassed), sum((c) => c.compliant)];
  const lead = `${name}${yearName(year)}数据`;
  if (reported === 0) return { tone: "pending", text: `${lead}：${counties} 个县级单位均未完成审定，暂无评估结果。` };
  return { tone: compliant === counties ? "pass" : "neutral", text: `${lead}：${counties.toLocaleString("zh-CN")} 个县级单位中 ${reported.toLocaleString("zh-CN")} 个完成审定，资源配置达标 ${passed} 个，四个方面均达标 ${compliant} 个。` };
}
