import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { contributionsOf } from "../contributions";
import type { CountyEvaluation } from "../evaluate-county";
import { formatCv } from "../format";
import type { PlanModel } from "./model";
import type { Addition, Exception, Move, Proof } from "./plan-types";
import type { Steps } from "./tally";
import { RAW_STEP } from "./units";

const NAMED = 3;
/** Made once: each takes longer than a coefficient. */
const FIGURES = [0, 1, 2, 3].map((decimals) => new Intl.NumberFormat("en-US", { maximumFractionDigits: decimals }));
const figure = (value: number, decimals = 2): string => FIGURES[decimals]?.format(value) ?? String(value);
const listed = (names: readonly string[]): string => (names.length > NAMED ? `${names.slice(0, NAMED).join("、")}等` : names.join("、"));

/** Which schools drive each coefficient over its limit, as the county stands. */
export function driverSentences(before: CountyEvaluation, keys: readonly IndicatorKey[] = INDICATOR_KEYS): string[] {
  return STAGES.flatMap((stage) => keys.flatMap((key) => {
    const outcome = before.stages[stage]?.indicators[key];
    if (!outcome || outcome.cvPass || outcome.cv === null) return [];
    const drivers = contributionsOf(before.sections, stage, key).slice(0, NAMED);
    const share = drivers.reduce((sum, driver) => sum + driver.share, 0);
    return [`${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数 ${formatCv(outcome.cv, outcome.cvLimit)}，超过 ${outcome.cvLimit.toFixed(2)}；${drivers.map(({ school, side }) => `${school}（${side === "above" ? "偏高" : "偏低"}）`).join("、")}合计占差异的 ${figure(share * 100, 0)}%。`];
  }));
}

/** What is added for the standard, and what for evenness, by stage and indicator. */
export function additionSentences(model: PlanModel, steps: Steps, left: ReadonlySet<string>): string[] {
  return INDICATOR_KEYS.flatMap((key) => ([...STAGES, null] as const).flatMap((stage) => {
    let [whole, forStandard, places] = [0, 0, 0];
    for (const [index, holder] of model.holders[key].entries()) {
      const own = steps[key][index] ?? 0;
      if (holder.stage !== stage || own === 0) continue;
      const floor = Math.max(...holder.parts.map((part) => (left.has(`${part.section}:${key}`) ? part.low : part.high)));
      whole += own * RAW_STEP[key];
      forStandard += Math.min(own, floor) * RAW_STEP[key];
      places += 1;
    }
    if (whole === 0) return [];
    const { shortName, unit } = INDICATORS[key];
    const rest = whole - forStandard;
    const where = stage === null ? "共用校舍的学校" : STAGE_NAME[stage];
    return [`${where}${shortName}增补 ${figure(whole)} ${unit}，涉及 ${places} ${stage === null ? "所学校" : "个单位"}${rest > 0 ? `：${figure(forStandard)} ${unit}用于各校达标，${figure(rest)} ${unit}用于把差异系数降到限值以内` : "，全部用于各校达标"}。`];
  }));
}

/** Where one indicator is left between 85 % and the standard, which 余项 may be. */
export function exceptionSentences(exceptions: readonly Exception[]): string[] {
  return INDICATOR_KEYS.flatMap((key) => {
    const own = exceptions.filter(({ indicator }) => indicator === key);
    return own.length === 0 ? [] : [`${own.length} 个单位把${INDICATORS[key].shortName}留在标准的 85% 与标准之间：${listed(own.map(({ school, stage }) => `${school}（${STAGE_NAME[stage]}）`))}。`];
  });
}

/** The bound and the gap of additions in words. */
export function costSentence({ lowerBound, gap }: Proof, cost: number): string {
  if (gap === 0) return `已证明：按所给的单位成本，增补成本不能少于 ${figure(cost)}，本方案正是最少。`;
  return `本方案增补成本 ${figure(cost)}；任何方案都不能少于 ${figure(lowerBound)}，差距 ${figure(gap)}（${figure((gap / Math.max(cost, Number.MIN_VALUE)) * 100, 3)}%）。`;
}

/** The same of people: hiring comes first, moves are the fewest with that hiring. */
export function peopleSentence({ gap, moved = 0, leastMoved = 0 }: Proof, hired: number, leastHired: number): string {
  const given = hired > 0 ? `新增 ${hired} 人（不能少于 ${leastHired} 人），在此前提下调动 ${moved} 人（不能少于 ${leastMoved} 人）` : `调动 ${moved} 人（不能少于 ${leastMoved} 人）`;
  return gap === 0 ? `已证明最少：${given}。` : `${given}，与下限相差 ${gap} 人。`;
}

export function moveSentences(moves: readonly Move[], additions: readonly Addition[]): string[] {
  const count = (items: readonly { amount: number }[]) => items.reduce((sum, { amount }) => sum + amount, 0);
  const name = (key: IndicatorKey, stage: Stage | null) => `${stage ? STAGE_NAME[stage] : ""}${INDICATORS[key].shortName}`;
  return STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => {
    const moved = moves.filter((move) => move.stage === stage && move.indicator === key).map((move) => ({ amount: move.count }));
    const hired = additions.filter((addition) => addition.stage === stage && addition.indicator === key);
    if (count(moved) + count(hired) === 0) return [];
    const parts = [...(count(moved) > 0 ? [`在校际间调动 ${count(moved)} 人`] : []), ...(count(hired) > 0 ? [`新增 ${count(hired)} 人（只靠调动不能达到要求）`] : [])];
    return [`${name(key, stage)}：${parts.join("，")}。`];
  }));
}
