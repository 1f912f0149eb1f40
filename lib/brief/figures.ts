import { isStage, STAGE_NAME as CASE_STAGE } from "@/lib/certification/stages";
import { OUTCOME, OUTCOMES } from "@/lib/certification/outcomes";
import type { Finding } from "@/lib/findings/finding";
import type { PlanDue, Standing } from "@/lib/findings/rules-area";
import type { Crowding } from "@/lib/findings/rules-county";
import type { WorkLoad } from "@/lib/findings/rules-work";
import { countCvs, failingCvs, openCvs } from "@/lib/results/cvs";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import { yearName } from "@/lib/results/years";
import { CV_LIMIT, STAGE_NAME, STAGES, STANDARD_NAME } from "@/lib/standard/indicators";
import { dateText } from "@/lib/time";
import { countiesTrace, countTrace, itemTrace, sectionsTrace, verdictTrace } from "@/lib/trace/keys";
import type { Official } from "./get-official";

/** What a figure may be used for: said in public with its 文号, within the line, or only as a computation of this platform. */
export const MARKS = { published: "已公布", internal: "内部", computed: "测算" } as const;
export type Mark = keyof typeof MARKS;
export type BriefFigure = { label: string; value: string; mark: Mark; basis: string; /** Where the figure comes from, to be opened on the screen. */ trace?: string };

const n = (value: number) => value.toLocaleString("zh-CN");
const verdictWord = (met: boolean | null) => (met === null ? "数据不全，不作结论" : met ? "达标" : "未达标");

/** That a place is behind its plan rests on how things would have to go on: computed; the others say what is stored. */
export const markOf = ({ key }: Pick<Finding, "key">): Mark => (key === "behind" ? "computed" : "internal");

const standardFigure = (): BriefFigure => ({ label: "国家标准：差异系数限值", value: STAGES.map((stage) => `${STAGE_NAME[stage]} ${CV_LIMIT[stage].toFixed(2)}`).join("，"), mark: "published", basis: STANDARD_NAME });

function workFigures({ tasks, ledger }: WorkLoad, today: string): BriefFigure[] {
  const basis = `办理记录，${today}`;
  return [
    ...(tasks ? [{ label: `${tasks.year} 年度创建任务`, value: `完成 ${n(tasks.done)}／${n(tasks.tasks)} 项，逾期 ${n(tasks.overdue)} 项`, mark: "internal" as const, basis }] : []),
    ...(ledger ? [{ label: "整改台账", value: `销号 ${n(ledger.closed)}／${n(ledger.total)} 项，逾期 ${n(ledger.late)} 项`, mark: "internal" as const, basis }] : []),
  ];
}

function decided({ decision, stage }: Official): BriefFigure[] {
  if (stage === null || !isStage(stage)) return [];
  const outcome = OUTCOMES.find((one) => one === decision?.outcome);
  const said = decision && outcome ? `，最近决定：${OUTCOME[outcome].label}` : "";
  const basis = decision ? [decision.number, decision.day].filter(Boolean).join("，") : "申报记录";
  return [{ label: "申报认定", value: `${CASE_STAGE[stage]}${said}`, mark: decision?.published ? "published" : "internal", basis }];
}

function resultFigures(result: CountyOutcome): BriefFigure[] {
  const basis = `${yearName(result.year)}审定数据，${dateText(result.computedAt)}计算`;
  const group = (prefix: string) => result.items.filter(({ item }) => item.startsWith(prefix));
  const passed = (prefix: string) => `${group(prefix).filter(({ met }) => met === true).length}／${group(prefix).length} 项达标`;
  const recognition = result.items.find(({ item }) => item === "recognition")?.value ?? null;
  const [failing, open, all] = [failingCvs(result.stages).length, openCvs(result.stages), countCvs(result.stages)];
  const verdict = verdictTrace(result.divisionCode, result.year);
  const own = (label: string, value: string, trace: string = verdict): BriefFigure => ({ label, value, mark: "internal", basis, trace });
  return [
    own("四个方面", verdictWord(result.verdict)), own("资源配置", verdictWord(result.resourceVerdict)),
    own("审定进度", `${n(result.reported)}／${n(result.expected)} 所`),
    own("参加评估的在校生", STAGES.flatMap((stage) => { const students = result.stages[stage]?.students; return students === undefined ? [] : [`${STAGE_NAME[stage]} ${n(students)} 人`]; }).join("，") || "—"),
    own("达标学校（部）", `${n(result.compliantSections)}／${n(result.sections)}`, sectionsTrace(result.divisionCode, result.year)),
    own("差异系数在限值以内", `${all - failing - open}／${all} 项${open > 0 ? `，${open} 项数据不全` : ""}`),
    own("政府保障程度、教育质量", `${passed("gov-")}；${passed("qual-")}`),
    own("社会认可度", recognition === null ? "数据不全" : `${(Math.floor(recognition * 1000) / 10).toFixed(1)}%（县级自测）`, itemTrace(result.divisionCode, result.year, "recognition")),
  ];
}

type County = { result: CountyOutcome | null; crowding: Crowding | null; work: WorkLoad; official: Official; projection: string | null; today: string };

/** A county's figures, each with what it may be used for and where it comes from. */
export function countyFigures({ result, crowding, work, official, projection, today }: County): BriefFigure[] {
  const { goal, planYear } = official;
  return [
    standardFigure(),
    ...(goal ? [{ label: "目标年", value: `${goal.year} 年`, mark: "internal" as const, basis: `${goal.source}${goal.draft ? "（征求意见稿）" : ""}` || "本县填写" }] : []),
    ...(planYear === null ? [] : [{ label: "申报年", value: `${planYear} 年`, mark: "internal" as const, basis: `规划表，${today}` }]),
    ...decided(official),
    ...(result ? resultFigures(result) : []),
    ...(crowding && result ? [{ label: "超标准班额、大校额", value: `${n(crowding.over)} 所、${n(crowding.oversized)} 所`, mark: "internal" as const, basis: `${yearName(result.year)}审定数据`, trace: countTrace(result.divisionCode, result.year, { count: "crowding" }) }] : []),
    ...workFigures(work, today),
    ...(projection ? [{ label: "到目标年", value: projection, mark: "computed" as const, basis: `平台按年级人数和计划措施测算，${today}` }] : []),
  ];
}

type Area = { code: string; year: number; now: Standing; /** Standing recognitions of this platform; null: none on record. */ recognised: number | null; due: PlanDue | null; behind: number | null; work: WorkLoad; official: Official; today: string };

/** The figures of a city, a province or the nation. */
export function areaFigures({ code, year, now, recognised, due, behind, work, official, today }: Area): BriefFigure[] {
  const own = (label: string, value: string, trace?: string): BriefFigure => ({ label, value, mark: "internal", basis: `${yearName(year)}审定数据，${today}查询`, ...(trace ? { trace } : {}) });
  const whole = (value: number) => (now.reported === 0 ? "数据不全" : `${n(value)} 个`);
  const { notices, underway } = official;
  return [
    standardFigure(),
    { label: "已认定", value: recognised === null ? "没有记录" : `${n(recognised)} 个`, mark: notices.length > 0 ? "published" : "internal", basis: [notices.map(({ number, day }) => `${number}（${day}）`).join("、") || `本平台认定记录，${today}`, "平台启用前的认定不在内"].join("；") },
    { label: "申报认定中的县", value: `${n(underway)} 个`, mark: "internal", basis: `申报记录，${today}` },
    own("县级单位", `${n(now.counties)} 个`), own("完成审定", `${n(now.reported)} 个`, countiesTrace(code, year, "reported")), own("资源配置达标", whole(now.resourcePassed), countiesTrace(code, year, "resource")), own("四个方面均达标", whole(now.compliant), countiesTrace(code, year, "compliant")),
    ...(due && due.due > 0 ? [{ label: `规划 ${year} 年及以前申报`, value: `${n(due.due)} 个，其中按审定数据达到标准 ${n(due.met)} 个`, mark: "internal" as const, basis: `规划表，${today}` }] : []),
    ...(behind === null ? [] : [{ label: "进度落后于规划", value: `${n(behind)} 个`, mark: "computed" as const, basis: `平台按目标年和历年达标率测算，${today}` }]),
    ...workFigures(work, today),
  ];
}
