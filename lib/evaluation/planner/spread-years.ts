import { INDICATOR_KEYS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { evaluateCounty, type CountyEvaluation } from "../evaluate-county";
import type { EvaluationOptions, PerKey } from "../evaluate-school";
import type { SchoolFacts } from "../facts";
import { applyPlan } from "./apply-plan";
import type { Addition, CountyPlan, Move } from "./plan-types";
import { RAW_STEP } from "./units";

export type YearStanding = { cvs: Partial<Record<Stage, PerKey<number | null>>>; sections: number; compliantSections: number; failingCvs: number; resourceAllocation: boolean | null };
export type PlanYear = { year: number; additions: Addition[]; moves: Move[]; cost: number; standing: YearStanding };
export type Path = { years: PlanYear[]; /** What the budget leaves undone at the target. */ left: Addition[]; leftCost: number; reached: boolean; sentence: string };
export type PathOutcome = { ok: true; path: Path } | { ok: false; message: string };

export type PathOptions = { from: number; to: number; /** In the unit of the unit costs. */ yearlyBudget: number; unitCost: PerKey<number>; evaluation?: EvaluationOptions };

const figure = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 2 });
const MOST_YEARS = 30;

function standingOf({ stages, sections, verdict }: CountyEvaluation): YearStanding {
  const cvs: YearStanding["cvs"] = {};
  let failingCvs = 0;
  for (const stage of STAGES) {
    const own = stages[stage];
    if (!own) continue;
    const cv = (key: IndicatorKey) => own.indicators[key].cv;
    cvs[stage] = { degreeTeachers: cv("degreeTeachers"), backboneTeachers: cv("backboneTeachers"), artsPeTeachers: cv("artsPeTeachers"), teachingArea: cv("teachingArea"), sportsArea: cv("sportsArea"), equipmentValue: cv("equipmentValue"), multimediaRooms: cv("multimediaRooms") };
    failingCvs += INDICATOR_KEYS.filter((key) => !own.indicators[key].cvPass).length;
  }
  return { cvs, sections: sections.length, compliantSections: sections.filter(({ compliant }) => compliant).length, failingCvs, resourceAllocation: verdict.resourceAllocation };
}

/** The sections that miss most first: their additions are what the county waits for; within one, the cheapest to finish first. */
function inOrder(additions: readonly Addition[], before: CountyEvaluation, unitCost: PerKey<number>): Addition[] {
  const missing = new Map<string, number>();
  for (const { code, standardCount } of before.sections) missing.set(code, Math.max(missing.get(code) ?? 0, INDICATOR_KEYS.length - standardCount));
  const costOf = ({ indicator, amount }: Addition) => amount * unitCost[indicator];
  return [...additions].sort((a, b) => (missing.get(b.code) ?? 0) - (missing.get(a.code) ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || costOf(a) - costOf(b));
}

/**
 * Spreads a plan over the years `from`…`to`, whole steps only (people, rooms, 1 ㎡, 100 元), each year within the budget; what a year
 * leaves over serves the next. Moves cost nothing and are made in the first year. The county's standing is recomputed after each year.
 */
export function spreadOverYears(schools: readonly SchoolFacts[], plan: Pick<CountyPlan, "additions" | "moves">, { from, to, yearlyBudget, unitCost, evaluation = {} }: PathOptions): PathOutcome {
  if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) return { ok: false, message: "目标年度不能早于起始年度。" };
  if (to - from >= MOST_YEARS) return { ok: false, message: `从起始年度到目标年度不能超过 ${MOST_YEARS} 年。` };
  if (!Number.isFinite(yearlyBudget) || yearlyBudget < 0) return { ok: false, message: "年度预算应为不小于 0 的数。" };
  const queue = inOrder(plan.additions, evaluateCounty(schools, evaluation), unitCost).map((addition) => ({ addition, steps: Math.round(addition.amount / RAW_STEP[addition.indicator]) }));
  const years: PlanYear[] = [];
  let [standing, saved] = [[...schools], 0];
  for (let year = from; year <= to; year += 1) {
    let budget = yearlyBudget + saved;
    const additions: Addition[] = [];
    for (const entry of queue) {
      const { indicator } = entry.addition;
      const price = unitCost[indicator] * RAW_STEP[indicator];
      const steps = Math.min(entry.steps, Math.floor(budget / price + 1e-9));
      if (steps === 0) continue;
      additions.push({ ...entry.addition, amount: steps * RAW_STEP[indicator] });
      entry.steps -= steps;
      budget -= steps * price;
    }
    const moves = year === from ? [...plan.moves] : [];
    standing = applyPlan(standing, { additions, moves });
    const cost = additions.reduce((sum, { indicator, amount }) => sum + amount * unitCost[indicator], 0);
    saved = Math.max(budget, 0);
    years.push({ year, additions, moves, cost, standing: standingOf(evaluateCounty(standing, evaluation)) });
  }
  const left = queue.flatMap(({ addition, steps }) => (steps > 0 ? [{ ...addition, amount: steps * RAW_STEP[addition.indicator] }] : []));
  const leftCost = left.reduce((sum, { indicator, amount }) => sum + amount * unitCost[indicator], 0);
  const reached = left.length === 0 && years.at(-1)?.standing.resourceAllocation === true;
  return { ok: true, path: { years, left, leftCost, reached, sentence: sentenceOf(years, left, leftCost, to, yearlyBudget) } };
}

function sentenceOf(years: readonly PlanYear[], left: readonly Addition[], leftCost: number, to: number, yearlyBudget: number): string {
  const first = years.find(({ standing }) => standing.resourceAllocation === true);
  if (first) return `按每年 ${figure(yearlyBudget)} 的预算，${first.year} 年资源配置达标。`;
  if (left.length > 0) {
    const failing = STAGES.filter((stage) => left.some((addition) => addition.stage === stage || addition.stage === null)).map((stage) => STAGE_NAME[stage]);
    return `按每年 ${figure(yearlyBudget)} 的预算，到 ${to} 年不能达标：还差 ${figure(leftCost)}（${failing.join("、")}），每年至少需要再增加 ${figure(leftCost / years.length)}。`;
  }
  return `增补到 ${to} 年全部完成，但资源配置仍未达标；请重新测算方案。`;
}
