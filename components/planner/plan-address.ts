import type { PlanFilters } from "@/lib/planner/filters";

/** The address of a plan as it is looked at, with something changed. */
export function planAddress(code: string, id: string, filters: PlanFilters, change: Partial<PlanFilters>): string {
  const { sort, page, moves, budget, until } = { ...filters, ...change };
  const query = new URLSearchParams();
  if (sort !== "school") query.set("sort", sort);
  if (page > 1) query.set("page", String(page));
  if (moves > 1) query.set("moves", String(moves));
  if (budget !== undefined) query.set("budget", budget);
  if (until !== undefined) query.set("until", until);
  return `/d/${code}/plan/solver/${id}${query.size > 0 ? `?${query}` : ""}`;
}
