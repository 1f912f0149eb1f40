import type { IndicatorKey, Stage } from "@/lib/standard/indicators";
import type { CountyEvaluation } from "../evaluate-county";

/** What is added to a section, or (`stage` null) to a school whose sections share a building; people, rooms, ㎡, 元. */
export type Addition = { school: string; code: string; stage: Stage | null; indicator: IndicatorKey; amount: number };

/** Teachers who move between two schools of the same stage; by 学校标识码. */
export type Move = { from: string; to: string; stage: Stage; indicator: IndicatorKey; count: number };

/** A section that the plan leaves between 85 % and the standard in one indicator. */
export type Exception = { school: string; code: string; stage: Stage; indicator: IndicatorKey };

/**
 * How far the plan may be from the least. `unit` cost: cost of additions in the given unit costs; people: moved teachers and hired
 * ones. `gap` = the plan's figure − `lowerBound`, never negative.
 */
export type Proof = { lowerBound: number; gap: number; unit: "cost" | "people"; moved?: number; leastMoved?: number };

export type CountyPlan = {
  additions: Addition[];
  moves: Move[];
  cost: number;
  after: CountyEvaluation;
  proof: Proof;
  exceptions: Exception[];
  /** Why this is the plan, in sentences; the most important first. */
  reasons: string[];
};

export type PlanOutcome = { ok: true; plan: CountyPlan } | { ok: false; message: string };
