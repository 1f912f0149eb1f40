import { evaluateCounty, type CountyEvaluation } from "@/lib/evaluation/evaluate-county";
import { applyPlan } from "@/lib/evaluation/planner/apply-plan";
import { spreadOverYears, type Path } from "@/lib/evaluation/planner/spread-years";
import { costsOf } from "./costs";
import type { PlanAsked, PlanInputs, PlanResult } from "./schema";

export type YearAfter = { year: number; schools: number; evaluation: CountyEvaluation };
export type PlannedPath = { path: Path; from: number; until: number; budget: number; after: YearAfter[] };
export type PlannedPathOutcome = { ok: true; planned: PlannedPath } | { ok: false; message: string };

/** Schools whose every section is compliant: what the target 达标学校 counts. */
export function compliantSchools({ sections }: CountyEvaluation): number {
  const whole = new Map<string, boolean>();
  for (const { code, compliant } of sections) whole.set(code, (whole.get(code) ?? true) && compliant);
  return [...whole.values()].filter(Boolean).length;
}

/** What is done from now on shows in the figures of the next 1 September, and not before the year after the figures. */
export const firstYear = (year: number, today: string): number => Math.max(year + 1, Number(today.slice(0, 4)) + (today.slice(5) > "09-01" ? 1 : 0));

/** The plan spread from its first year to the target year within a yearly budget, with what each year ends with. Pure. */
export function plannedPath(inputs: Pick<PlanInputs, "schools" | "standard">, plan: Pick<PlanResult, "additions" | "moves">, asked: Pick<PlanAsked, "money" | "unitCost">, { from, until, budget }: { from: number; until: number; budget: number }): PlannedPathOutcome {
  const outcome = spreadOverYears(inputs.schools, plan, { from, to: until, yearlyBudget: budget, unitCost: costsOf(asked), evaluation: inputs.standard });
  if (!outcome.ok) return outcome;
  let standing = [...inputs.schools];
  const after = outcome.path.years.map(({ year, additions, moves }): YearAfter => {
    standing = applyPlan(standing, { additions, moves });
    const evaluation = evaluateCounty(standing, inputs.standard);
    return { year, schools: compliantSchools(evaluation), evaluation };
  });
  return { ok: true, planned: { path: outcome.path, from, until, budget, after } };
}
