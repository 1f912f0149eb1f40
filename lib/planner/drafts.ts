import type { CountyEvaluation } from "@/lib/evaluation/evaluate-county";
import { formatCv } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { Move } from "@/lib/evaluation/planner/plan-types";
import type { PlannedPath } from "./planned-path";
import { costsOf } from "./costs";
import { amountText } from "./rules";
import type { PlanAsked } from "./schema";

/** What a path would write into the yearly targets and the ledger, before anybody confirms it. Pure. */
export type TargetDraft = { year: number; measure: string; target: string };
export type EntryDraft = { code: string | null; stage: Stage; item: string; measure: string; plannedYear: number; costYuan: number | null };
export type EntryDrafts = { drafts: EntryDraft[]; /** Additions and moves for which the ledger has no open problem: for evenness only, or not yet checked. */ unmatched: number };
/** The stages in which a school (null: the county) has an open problem of this item. */
export type OpenStages = (code: string | null, item: string) => readonly Stage[];

/** 2.345 as a limit that it keeps: never rounded below what the plan reaches. */
const upTo = (cv: number): string => (Math.ceil(cv * 100 - 1e-9) / 100).toFixed(2);

/** Yearly targets: compliant schools, and each coefficient that is over its limit today. */
export function targetDrafts(before: CountyEvaluation, { after }: PlannedPath): TargetDraft[] {
  const open = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => {
    const outcome = before.stages[stage]?.indicators[key];
    return outcome && outcome.cv !== null && !outcome.cvPass ? [{ stage, key, limit: outcome.cvLimit }] : [];
  }));
  return after.flatMap(({ year, schools, evaluation }) => [
    { year, measure: "schools", target: String(schools) },
    ...open.flatMap(({ stage, key, limit }) => {
      const outcome = evaluation.stages[stage]?.indicators[key];
      if (!outcome || outcome.cv === null) return [];
      return [{ year, measure: `cv.${stage}.${key}`, target: outcome.cvPass ? limit.toFixed(2) : upTo(outcome.cv) }];
    }),
  ]);
}

/** What the planner writes begins so; what a person wrote stays above it. */
export const MARK = "【测算方案】";
const yearly = (parts: { year: number; text: string }[]): string => (parts.length > 1 ? `（${parts.map(({ year, text }) => `${year} 年 ${text}`).join("、")}）` : "");

type Share = { code: string; stage: Stage | null; indicator: IndicatorKey; years: { year: number; amount: number }[] };

function sharesOf({ path }: PlannedPath): Share[] {
  const shares = new Map<string, Share>();
  for (const { year, additions } of path.years) {
    for (const { code, stage, indicator, amount } of additions) {
      const name = `${code}/${stage ?? ""}/${indicator}`;
      const share = shares.get(name) ?? { code, stage, indicator, years: [] };
      share.years.push({ year, amount });
      shares.set(name, share);
    }
  }
  return [...shares.values()];
}

/** Coefficients of the county: the year in which the path brings each within its limit. */
function cvDrafts({ after }: PlannedPath, open: OpenStages): EntryDraft[] {
  return INDICATOR_KEYS.flatMap((key) => open(null, `cv:${key}`).flatMap((stage): EntryDraft[] => {
    const first = after.find(({ evaluation }) => evaluation.stages[stage]?.indicators[key].cvPass);
    const cv = first?.evaluation.stages[stage]?.indicators[key].cv ?? null;
    return first && cv !== null ? [{ code: null, stage, item: `cv:${key}`, plannedYear: first.year, costYuan: null, measure: `${MARK}按逐校增补和调配的安排，${first.year} 年${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数测算为 ${formatCv(cv)}，在限值以内。` }] : [];
  }));
}

/** Measures of the open problems that the path mends: planned year, words and, where costs are in 元, cost. An addition to a shared building serves every stage of the school. */
export function entryDrafts(planned: PlannedPath, asked: Pick<PlanAsked, "money" | "unitCost">, open: OpenStages, nameOf: (code: string) => string): EntryDrafts {
  const costs = costsOf(asked);
  const drafts = new Map<string, EntryDraft & { words: string[] }>();
  let unmatched = 0;
  const put = (code: string, stages: readonly Stage[], item: IndicatorKey, words: string, plannedYear: number, costYuan: number | null) => {
    if (stages.length === 0) unmatched += 1;
    for (const [at, stage] of stages.entries()) {
      const name = `${code}/${stage}/${item}`;
      // the cost of what two stages share stands at the first of them, so that sums are right
      const own = costYuan !== null && at > 0 ? 0 : costYuan;
      const known = drafts.get(name);
      if (!known) drafts.set(name, { code, stage, item, words: [words], measure: "", plannedYear, costYuan: own });
      else drafts.set(name, { ...known, words: [...known.words, words], plannedYear: Math.max(known.plannedYear, plannedYear), costYuan: own === null ? known.costYuan : (known.costYuan ?? 0) + own });
    }
  };
  const fits = (code: string, stage: Stage | null, item: IndicatorKey) => open(code, item).filter((own) => stage === null || own === stage);
  const arrivals = new Map<string, Move[]>();
  for (const { moves } of planned.path.years) {
    for (const move of moves) {
      const name = `${move.to}/${move.stage}/${move.indicator}`;
      arrivals.set(name, [...(arrivals.get(name) ?? []), move]);
    }
  }
  for (const moves of arrivals.values()) {
    const [first] = moves;
    if (first) put(first.to, fits(first.to, first.stage, first.indicator), first.indicator, `${planned.from} 年从其他学校调入教师（${moves.map(({ from, count }) => `${nameOf(from)} ${count} 人`).join("、")}）`, planned.from, null);
  }
  for (const { code, stage, indicator, years } of sharesOf(planned)) {
    const amount = years.reduce((sum, part) => sum + part.amount, 0);
    const words = `${stage === null ? "全校" : ""}增补${INDICATORS[indicator].shortName} ${amountText(indicator, amount)}${yearly(years.map((part) => ({ year: part.year, text: amountText(indicator, part.amount) })))}`;
    put(code, fits(code, stage, indicator), indicator, words, years.at(-1)?.year ?? planned.from, asked.money === "yuan" ? Math.round(amount * costs[indicator] * 100) / 100 : null);
  }
  return { unmatched, drafts: [...[...drafts.values()].map(({ words, ...draft }) => ({ ...draft, measure: `${MARK}${words.join("；")}。` })), ...cvDrafts(planned, open)] };
}

const MOST_WORDS = 1000;
/** The measure of an entry with the planner's line: in place of its own older line, below what people wrote; null where there is no room. */
export function withLine(present: string, line: string): string | null {
  const kept = present.split("\n").filter((row) => !row.startsWith(MARK)).join("\n").trimEnd();
  const whole = kept === "" ? line : `${kept}\n${line}`;
  return whole.length > MOST_WORDS ? null : whole;
}
