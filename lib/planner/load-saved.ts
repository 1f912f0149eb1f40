import { scopeOf, type Actor } from "@/lib/access/actor";
import { fieldsOf } from "@/lib/access/form-input";
import { can } from "@/lib/access/permissions";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { applyPlan } from "@/lib/evaluation/planner/apply-plan";
import { shanghaiDay } from "@/lib/time";
import { refuseApplying } from "./apply-path";
import type { PlanFilters } from "./filters";
import { findSaved, type SavedPlan } from "./find-saved";
import { firstYear, plannedPath, type PlannedPath } from "./planned-path";
import { previewPath, type PathPreview } from "./preview-path";
import { costsOf } from "./costs";
import { pathInput } from "./schema";

/** The default path: to the county's target year, the cost in equal parts. */
async function askedPath(tx: Tx, plan: SavedPlan, { budget, until }: Pick<PlanFilters, "budget" | "until">) {
  const from = firstYear(plan.year, shanghaiDay(new Date()));
  const goal = await tx.countyGoal.findUnique({ where: { divisionCode: plan.divisionCode }, select: { targetYear: true } });
  const target = Math.min(Math.max(goal?.targetYear ?? from + 2, from), 2035);
  const costs = costsOf(plan.asked);
  const cost = plan.outcome.additions.reduce((sum, { indicator, amount }) => sum + amount * costs[indicator], 0);
  const typed = { until: until ?? String(target), budget: budget ?? String(Math.ceil(cost / (target - from + 1))) };
  return { from, goal: goal?.targetYear ?? null, typed, parsed: pathInput.safeParse(typed) };
}

export type PathView = {
  from: number; goal: number | null; typed: { budget: string; until: string }; fields: Record<string, string>; planned: PlannedPath | null; preview: PathPreview | null;
};

/** A saved plan as its page shows it: the county before and after, the path over the years, and what confirming would write. */
export async function readSaved(tx: Tx, actor: Actor, code: string, id: string, filters: Pick<PlanFilters, "budget" | "until">) {
  const place = await getOwnPlace(tx, actor, code);
  const plan = await findSaved(tx, code, id);
  const { schools, standard } = plan.inputs;
  const manages = can(actor, "plan.manage") && actor.office.level === "county" && actor.office.divisionCode === code;
  const { from, goal, typed, parsed } = await askedPath(tx, plan, filters);
  const outcome = parsed.success ? plannedPath(plan.inputs, plan.outcome, plan.asked, { from, ...parsed.data }) : null;
  const refused = refuseApplying(plan);
  const planned = outcome?.ok ? outcome.planned : null;
  const path: PathView = {
    from, goal, typed, planned,
    fields: parsed.success ? (outcome && !outcome.ok ? { until: outcome.message } : {}) : fieldsOf(parsed.error),
    preview: planned && manages && refused === null ? await previewPath(tx, code, plan.inputs, plan.asked, planned) : null,
  };
  return { place, plan, manages, refused, path, before: evaluateCounty(schools, standard), after: evaluateCounty(applyPlan(schools, plan.outcome), standard) };
}
export type SavedView = Awaited<ReturnType<typeof readSaved>>;

export const loadSaved = (actor: Actor, code: string, id: string, filters: Pick<PlanFilters, "budget" | "until">): Promise<SavedView> => withScope(scopeOf(actor), (tx) => readSaved(tx, actor, code, id, filters));
