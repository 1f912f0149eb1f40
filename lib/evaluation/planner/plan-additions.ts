import { INDICATOR_KEYS } from "@/lib/standard/indicators";
import { evaluateCounty } from "../evaluate-county";
import { perKey, type EvaluationOptions, type PerKey } from "../evaluate-school";
import type { SchoolFacts } from "../facts";
import { applyPlan } from "./apply-plan";
import { additionSentences, driverSentences, exceptionSentences, costSentence } from "./explain";
import { planModel, type PlanModel } from "./model";
import type { Addition, Exception, PlanOutcome, Proof } from "./plan-types";
import { planSeparateStages, type Found } from "./separate-stages";
import type { SolverLoader } from "./solver";
import { trimmed, type Steps } from "./tally";
import { RAW_STEP } from "./units";

export const NOT_FOUND = "没有找到达标的增补方案；请核对限值和标准后重试。";

const additionsOf = (model: PlanModel, steps: Steps): Addition[] =>
  INDICATOR_KEYS.flatMap((key) => model.holders[key].flatMap(({ school, code, stage }, index) => {
    const own = steps[key][index] ?? 0;
    return own === 0 ? [] : [{ school, code, stage, indicator: key, amount: own * RAW_STEP[key] }];
  })).sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

function exceptionsOf(model: PlanModel, steps: Steps): { exceptions: Exception[]; left: Set<string> } {
  const exceptions: Exception[] = [];
  const left = new Set<string>();
  for (const key of INDICATOR_KEYS) {
    for (const [index, holder] of model.holders[key].entries()) {
      for (const { section, stage, high } of holder.parts) {
        if ((steps[key][index] ?? 0) >= high) continue;
        exceptions.push({ school: holder.school, code: holder.code, stage, indicator: key });
        left.add(`${section}:${key}`);
      }
    }
  }
  return { exceptions, left };
}

/** Doubles cannot tell a gap below this part of the cost. */
const NOISE = 1e-9;

/** The bound against the cost in the same unit: a gap of rounding is none. */
export function proofOf(cost: number, bound: number): Proof {
  const gap = cost - bound;
  return gap <= NOISE * (1 + cost) ? { lowerBound: cost, gap: 0, unit: "cost" } : { lowerBound: Math.max(bound, 0), gap: Math.min(gap, cost), unit: "cost" };
}

const costOf = (steps: Steps, costs: PerKey<number>): number => INDICATOR_KEYS.reduce((sum, key) => sum + costs[key] * steps[key].reduce((all, own) => all + own, 0), 0);

async function find(model: PlanModel, costs: PerKey<number>, loadSolver: SolverLoader): Promise<Found | null> {
  if (!model.shared) return planSeparateStages(model, costs);
  const { planSharedPremises } = await import("./shared-premises");
  return planSharedPremises(await loadSolver(), model, costs);
}

/** The least additions by which every section and every coefficient passes; verified by the evaluation itself. */
export async function planAdditions(schools: readonly SchoolFacts[], unitCost: PerKey<number>, options: EvaluationOptions, loadSolver: SolverLoader): Promise<PlanOutcome> {
  const outcome = planModel(schools, options);
  if (!outcome.ok) return outcome;
  const { model } = outcome;
  const costs = perKey((key) => unitCost[key] * RAW_STEP[key]);
  const found = await find(model, costs, loadSolver);
  if (!found) return { ok: false, message: NOT_FOUND };
  const steps = trimmed(model, found.steps, costs);
  const additions = additionsOf(model, steps);
  const after = evaluateCounty(applyPlan(schools, { additions, moves: [] }), options);
  if (after.verdict.resourceAllocation !== true) return { ok: false, message: NOT_FOUND };
  const cost = costOf(steps, costs);
  const proof = proofOf(cost, found.lowerBound);
  const { exceptions, left } = exceptionsOf(model, steps);
  const reasons = additions.length === 0
    ? ["现有数据的资源配置已经达标，不需要增补。"]
    : [...driverSentences(evaluateCounty(schools, options)), ...additionSentences(model, steps, left), ...exceptionSentences(exceptions), costSentence(proof, cost)];
  return { ok: true, plan: { additions, moves: [], cost, after, proof, exceptions, reasons } };
}
