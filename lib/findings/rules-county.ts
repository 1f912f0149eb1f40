import { formatCv, formatShare } from "@/lib/evaluation/format";
import { RECOGNITION_PERCENT } from "@/lib/items/share";
import { countCvs, failingCvs, openCvs, type Stages } from "@/lib/results/cvs";
import type { CountyOutcome, ItemOutcome } from "@/lib/results/get-county-results";
import { yearName } from "@/lib/results/years";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { itemTrace } from "@/lib/trace/keys";
import { count, moved, ranked, sizeOf, WEIGHT, type Finding } from "./finding";
import { namedItems } from "./named-items";
import { cvFindings, type Contributions } from "./rules-cv";
import { workFindings, type WorkLoad } from "./rules-work";

/** The stored results of the year before; said only where both years are whole. */
export type YearBefore = Pick<CountyOutcome, "year" | "expected" | "reported" | "sections" | "compliantSections" | "stages">;
/** Schools with a class over the standard (56 and more: `large`, 66 and more: `huge`) and those over their own size; `unknown`: those that have not said. */
export type Crowding = { schools: number; unknown: number; over: number; large: number; huge: number; oversized: number };
export type CountyInput = {
  code: string;
  year: number;
  result: CountyOutcome | null;
  /** 实时数据: what compares with stored years is not said. */
  live: boolean;
  before: YearBefore | null;
  contributions: Contributions;
  crowding: Crowding | null;
  /** Why it is behind its plan; empty where it is not, or where that cannot be said. */
  behind: string[];
  work: WorkLoad;
};

const isWhole = ({ expected, reported }: Pick<CountyOutcome, "expected" | "reported">): boolean => expected > 0 && reported >= expected;

function incomplete({ expected, reported, resourceVerdict }: CountyOutcome, href: string): Finding[] {
  if (resourceVerdict !== null) return [];
  const sentence = reported < expected
    ? `应报 ${count(expected)} 所学校，已审定 ${count(reported)} 所，还差 ${count(expected - reported)} 所；全部审定前不作县级结论。`
    : `应报 ${count(expected)} 所学校均已审定，但有学校的指标未填全；填全前不作县级结论。`;
  return [{ key: "incomplete", weight: WEIGHT.incomplete, tone: "pending", href, sentence }];
}

/** The indicator that most sections of a stage miss. */
function weakest(stages: Stages): string {
  const rows = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => { const found = stages[stage]; return found ? [{ stage, key, below: found.sections - found.indicators[key].sectionsAtStandard, sections: found.sections }] : []; }));
  const [most] = rows.sort((a, b) => b.below - a.below);
  return most && most.below > 0 ? `；低于标准值最多的是${STAGE_NAME[most.stage]}${INDICATORS[most.key].shortName}，${count(most.below)}／${count(most.sections)} 所` : "";
}

function schools({ sections, compliantSections, stages, resourceVerdict }: CountyOutcome, href: string): Finding[] {
  const short = sections - compliantSections;
  if (sections === 0 || short === 0 || resourceVerdict === null) return [];
  return [{ key: "schools", weight: WEIGHT.schools + sizeOf(short / sections), tone: "fail", href: `${href}&verdict=unmet`, sentence: `${count(sections)} 所学校（部）中 ${count(short)} 所未达标（${formatShare(short, sections)}）${weakest(stages)}。` }];
}

/** `trace`: the derivation of one item, which proves a finding that names one alone. */
function items(all: ItemOutcome[], prefix: string, name: string, href: string, trace: (item: string) => string | null): Finding[] {
  const own = all.filter((item) => item.item.startsWith(prefix));
  const failed = own.filter((item) => item.met === false);
  if (failed.length === 0) return [];
  const [first] = failed;
  return [{ key: `items.${prefix}`, weight: WEIGHT.items + sizeOf(failed.length / own.length), tone: "fail", href: (first && failed.length === 1 ? trace(first.item) : null) ?? href, sentence: `${name} ${own.length} 项中 ${failed.length} 项未达标${namedItems(failed)}。` }];
}

function recognition(all: ItemOutcome[], href: string): Finding[] {
  const item = all.find((one) => one.item === "recognition");
  if (!item || item.met !== false || item.value === null) return [];
  const percent = (Math.floor(item.value * 1000 + 1e-9) / 10).toFixed(1);
  return [{ key: "recognition", weight: WEIGHT.items, tone: "fail", href, sentence: `社会认可度 ${percent}%，低于 ${RECOGNITION_PERCENT}%（县级自测，非认定结果）。` }];
}

function crowding(found: Crowding, href: string): Finding[] {
  const { over, large, huge, oversized, unknown } = found;
  if (over === 0 && oversized === 0) return [];
  const classes = over > 0 ? [`${count(over)} 所学校有超过标准班额的班${large > 0 ? `，其中 ${count(large)} 所有大班额${huge > 0 ? `（${count(huge)} 所有超大班额）` : ""}` : ""}`] : [];
  const sizes = oversized > 0 ? [`${count(oversized)} 所学校超过规模上限`] : [];
  return [{ key: "crowding", weight: WEIGHT.items - 1, tone: "warn", href, sentence: `${[...classes, ...sizes].join("；")}${unknown > 0 ? `；另有 ${count(unknown)} 所学校班级人数未填全，不计入` : ""}。` }];
}

function change(now: CountyOutcome, before: YearBefore, href: string): Finding[] {
  if (!isWhole(now) || !isWhole(before) || openCvs(now.stages) > 0 || openCvs(before.stages) > 0) return [];
  const [over, overBefore] = [failingCvs(now.stages).length, failingCvs(before.stages).length];
  const shares = { was: `${count(before.compliantSections)}／${count(before.sections)} 所`, is: `${count(now.compliantSections)}／${count(now.sections)} 所` };
  const better = now.compliantSections * before.sections - before.compliantSections * now.sections;
  return [{
    key: "change", weight: WEIGHT.change, tone: better < 0 || over > overBefore ? "warn" : better > 0 || over < overBefore ? "pass" : "neutral", href,
    sentence: `与${yearName(before.year)}相比，达标学校（部）${moved(shares.was, shares.is)}，超过限值的差异系数${moved(`${overBefore} 项`, `${over} 项`)}。`,
  }];
}

/** The coefficient within or beyond its limit that has grown most since the year before. */
function grown(now: CountyOutcome, before: YearBefore, href: string): Finding[] {
  const rows = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => {
    const [a, b] = [before.stages[stage]?.indicators[key], now.stages[stage]?.indicators[key]];
    return a && b && a.cv !== null && b.cv !== null ? [{ stage, key, from: formatCv(a.cv, a.cvPass ? undefined : a.cvLimit), to: formatCv(b.cv, b.cvPass ? undefined : b.cvLimit) }] : [];
  })).map((row) => ({ ...row, by: Number(row.to) - Number(row.from) })).sort((a, b) => b.by - a.by);
  const most = rows[0];
  if (!most || most.by < 0.01 || !isWhole(now) || !isWhole(before)) return [];
  return [{ key: "grown", weight: WEIGHT.change - 1, tone: "warn", href, sentence: `差异系数上升最多的是${STAGE_NAME[most.stage]}${INDICATORS[most.key].shortName}，由 ${most.from} 升到 ${most.to}。` }];
}

function behindPlan(reasons: string[], href: string): Finding[] {
  const [first] = reasons;
  if (first === undefined) return [];
  return [{ key: "behind", weight: WEIGHT.plan + sizeOf(reasons.length / 10), tone: "warn", href, sentence: `进度落后于规划，表现 ${reasons.length} 条：${reasons.slice(0, 2).join("；")}${reasons.length > 2 ? "等" : ""}。` }];
}

/** What a county's stored results say, most important first. */
export function countyFindings({ code, year, result, live, before, contributions, crowding: crowded, behind, work }: CountyInput): Finding[] {
  const at = (page: string) => `/d/${code}/${page}?year=${year}`;
  const basis = live ? "&basis=live" : "";
  const [overview, indicators, plan] = [`${at("overview")}${basis}`, `${at("indicators")}${basis}`, `/d/${code}/plan`];
  const trace = (item: string) => (live ? null : itemTrace(code, year, item));
  const own = [...(live ? [] : behindPlan(behind, plan)), ...workFindings(work, code)];
  if (!result || result.reported === 0) return ranked(own);
  const good = result.verdict === true ? [{ key: "good", weight: WEIGHT.good, tone: "pass" as const, href: indicators, sentence: `四个方面均达标（按审定数据）：${countCvs(result.stages)} 项差异系数、${count(result.sections)} 所学校（部）、政府保障 15 项和教育质量 9 项全部达到要求。` }] : [];
  return ranked([
    ...incomplete(result, at(live ? "filings" : "schools")),
    ...cvFindings(result.stages, contributions, { overview, indicators }),
    ...schools(result, at("schools")),
    ...items(result.items, "gov-", "政府保障程度", indicators, trace),
    ...items(result.items, "qual-", "教育质量", indicators, trace),
    ...recognition(result.items, trace("recognition") ?? indicators),
    ...(crowded && !live ? crowding(crowded, at("conditions")) : []),
    ...(before && !live ? [...change(result, before, `${at("overview").replace(String(year), String(before.year))}`), ...grown(result, before, indicators)] : []),
    ...good,
    ...own,
  ]);
}
