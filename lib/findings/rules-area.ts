import { formatShare } from "@/lib/evaluation/format";
import { yearName } from "@/lib/results/years";
import { INDICATORS, STAGE_NAME, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { count, ranked, sizeOf, WEIGHT, type Finding } from "./finding";
import { workFindings, type WorkLoad } from "./rules-work";

/** Counties of a place in a result year: all, those whose roster is approved whole, those that pass 资源配置 and all four aspects. */
export type Standing = { counties: number; reported: number; resourcePassed: number; compliant: number };
/** One of the 14 coefficients over the counties that have it. */
export type Weakness = { stage: Stage; indicator: IndicatorKey; counties: number; withinLimit: number };
/** Counties that are to have applied by the year, and how they stand: `open` are those without a verdict. */
export type PlanDue = { due: number; met: number; unmet: number; open: number };
export type AreaInput = {
  code: string;
  level: "nation" | "province" | "city";
  year: number;
  now: Standing;
  before: Standing | null;
  weaknesses: Weakness[];
  weaknessesBefore: Weakness[];
  plan: PlanDue | null;
  /** Names of the counties behind their plan in the order of codes; null where it is not looked at. */
  behind: string[] | null;
  /** The recognition of counties below is not counted here; their work is. */
  work: WorkLoad;
};

function unreported({ counties, reported }: Standing, href: string): Finding[] {
  const open = counties - reported;
  if (open === 0 || reported === 0) return [];
  return [{ key: "incomplete", weight: open * 2 > counties ? WEIGHT.incomplete : WEIGHT.near, tone: "pending", href, sentence: `${count(open)} 个县级单位（${formatShare(open, counties)}）没有完整的审定数据，不计入以下各项。` }];
}

/** The change is said of places with whole data in both years only by their counts, each with its own base. */
function change(now: Standing, before: Standing | null, year: number, href: string): Finding[] {
  if (!before || before.reported === 0 || now.reported === 0) return [];
  const by = now.compliant - before.compliant;
  const words = by > 0 ? `增加 ${count(by)} 个` : by < 0 ? `减少 ${count(-by)} 个` : "没有变化";
  const bases = now.reported === before.reported ? "" : `（完成审定的由 ${count(before.reported)} 个变为 ${count(now.reported)} 个）`;
  return [{ key: "change", weight: WEIGHT.change + sizeOf(Math.abs(by) / now.reported), tone: by > 0 ? "pass" : by < 0 ? "warn" : "neutral", href, sentence: `四个方面均达标的县级单位，${yearName(year - 1)} ${count(before.compliant)} 个，${yearName(year)} ${count(now.compliant)} 个，${words}${bases}。` }];
}

const over = (row: Weakness) => row.counties - row.withinLimit;
const byShare = (a: Weakness, b: Weakness) => over(b) * a.counties - over(a) * b.counties;

/** The coefficients that most counties exceed, and how the first stood a year before. */
function weakest(rows: Weakness[], before: Weakness[], year: number, href: string): Finding[] {
  const failing = rows.filter((row) => over(row) > 0).sort(byShare);
  const [first] = failing;
  if (!first) return rows.length === 0 ? [] : [{ key: "cv", weight: WEIGHT.good, tone: "pass", href, sentence: `有数据的县级单位 ${count(rows.length)} 项差异系数均在限值以内。` }];
  const text = (row: Weakness) => `${STAGE_NAME[row.stage]}${INDICATORS[row.indicator].shortName}，${count(over(row))}／${count(row.counties)} 个县超过限值（${formatShare(over(row), row.counties)}）`;
  const was = before.find((row) => row.stage === first.stage && row.indicator === first.indicator);
  const moved = was && was.counties > 0 ? `；该项${yearName(year - 1)}为 ${count(over(was))}／${count(was.counties)} 个县` : "";
  const second = failing[1];
  const next = second ? `；${byShare(first, second) === 0 ? "同样的还有" : "其次是"}${text(second)}` : "";
  return [{ key: "cv", weight: WEIGHT.cv + sizeOf(over(first) / first.counties), tone: "warn", href, sentence: `差异系数最薄弱的是${text(first)}${moved}${next}。` }];
}

function planned({ due, met, unmet, open }: PlanDue, year: number, href: string): Finding[] {
  if (due === 0) return [];
  const parts = [`${count(met)} 个达到标准（按审定数据）`, ...(unmet > 0 ? [`${count(unmet)} 个未达到`] : []), ...(open > 0 ? [`${count(open)} 个数据不全，暂不判断`] : [])];
  return [{ key: "plan", weight: unmet > 0 ? WEIGHT.plan + sizeOf(unmet / due) : WEIGHT.good, tone: unmet > 0 ? "warn" : open > 0 ? "pending" : "pass", href, sentence: `规划表列入 ${year} 年及以前申报的 ${count(due)} 个县级单位中，${parts.join("，")}。` }];
}

function behindNamed(names: string[], href: string): Finding[] {
  if (names.length === 0) return [];
  return [{ key: "behind", weight: WEIGHT.plan + 9, tone: "warn", href, sentence: `${count(names.length)} 个县级单位进度落后于规划：${names.slice(0, 5).join("、")}${names.length > 5 ? "等" : ""}。` }];
}

/** Counties whose rooms and teachers are there, and something else is not. */
function resourceOnly({ resourcePassed, compliant }: Standing, href: string): Finding[] {
  const rest = resourcePassed - compliant;
  if (rest <= 0) return [];
  return [{ key: "resource", weight: WEIGHT.items + sizeOf(rest / resourcePassed), tone: "warn", href, sentence: `资源配置达标的 ${count(resourcePassed)} 个县级单位中，${count(rest)} 个的政府保障程度、教育质量或社会认可度未达标或数据不全。` }];
}

function allGood({ counties, compliant }: Standing, href: string): Finding[] {
  return counties > 0 && compliant === counties ? [{ key: "good", weight: WEIGHT.good, tone: "pass", href, sentence: `${count(counties)} 个县级单位四个方面均达标（按审定数据）。` }] : [];
}

/** What the stored results of the counties below a place say, most important first; places are not ranked. */
export function areaFindings(input: AreaInput): Finding[] {
  const { code, level, year, now, before, plan, behind, work } = input;
  const at = (page: string) => `/d/${code}/${page}?year=${year}`;
  const [indicators, behindAt] = [at("indicators"), `/d/${code}/plan/behind`];
  return ranked([
    ...unreported(now, at("schools")),
    ...weakest(input.weaknesses, input.weaknessesBefore, year, indicators),
    ...(plan ? planned(plan, year, level === "city" ? behindAt : `/d/${code}/plan/shares`) : []),
    ...(behind ? behindNamed(behind, behindAt) : []),
    ...change(now, before, year, `/d/${code}/overview?year=${year - 1}`),
    ...resourceOnly(now, indicators),
    ...allGood(now, indicators),
    ...workFindings(work, code),
  ]);
}
