import type { EvaluationOptions, PerKey } from "../evaluate-school";
import type { SchoolFacts } from "../facts";
import { applyPlan } from "./apply-plan";
import { planAdditions } from "./plan-additions";
import type { PlanOutcome } from "./plan-types";
import { loadSolver, type SolverLoader } from "./solver";
import { DEFAULT_UNIT_COST, refuseQuota, refuseUnitCost } from "./units";

export const PLAN_MODES = ["additions", "rotation", "both"] as const;
export type PlanMode = (typeof PLAN_MODES)[number];

export type PlanOptions = {
  mode?: PlanMode;
  /** Cost of one raw unit (a person, ㎡, 元, a room) where it is not the default. */
  unitCost?: Partial<PerKey<number>>;
  /** Moved teachers in all are at most this share of the county's 高于规定学历教师; no limit where it is not given. */
  quota?: number;
  /** 学校标识码 → 共同体: moves within one are preferred. */
  groups?: ReadonlyMap<string, string>;
  /** By what the county is judged; the state's where nothing is given. */
  evaluation?: EvaluationOptions;
  loadSolver?: SolverLoader;
};

/**
 * The least that brings a county to 资源配置达标: additions, moves of teachers, or moves first and additions for the rest. The input
 * is not changed. What cannot be planned comes back as a sentence, never as an exception.
 */
export async function planCounty(schools: readonly SchoolFacts[], options: PlanOptions = {}): Promise<PlanOutcome> {
  const { mode = "additions", unitCost = {}, quota = 1, groups = new Map(), evaluation = {}, loadSolver: load = loadSolver } = options;
  const refusal = Object.entries(unitCost).map(([key, cost]) => refuseUnitCost(key, cost)).find((sentence) => sentence !== null) ?? refuseQuota(quota);
  if (refusal) return { ok: false, message: refusal };
  const costs = { ...DEFAULT_UNIT_COST, ...unitCost };
  if (mode === "additions") return planAdditions(schools, costs, evaluation, load);
  const { planRotation, PREMISES_LACK } = await import("./plan-rotation");
  const rotation = await planRotation(schools, { costs, quota: options.quota, groups, evaluation, loadSolver: load });
  if (!rotation.ok || mode === "rotation") return rotation;
  const moved = rotation.plan;
  const rest = await planAdditions(applyPlan(schools, moved), costs, evaluation, load);
  if (!rest.ok) return rest;
  const hired = moved.additions.reduce((sum, { indicator, amount }) => sum + costs[indicator] * amount, 0);
  return {
    ok: true,
    plan: {
      ...rest.plan,
      additions: [...moved.additions, ...rest.plan.additions].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
      moves: moved.moves,
      cost: rest.plan.cost + hired,
      proof: { ...rest.plan.proof, lowerBound: rest.plan.proof.lowerBound + hired, moved: moved.proof.moved, leastMoved: moved.proof.leastMoved },
      reasons: [...moved.reasons.filter((reason) => reason !== PREMISES_LACK), ...rest.plan.reasons],
    },
  };
}
