import { z } from "zod";

type Search = Record<string, string | string[] | undefined>;

export const SORTS = ["school", "indicator", "cost"] as const;
export type PlanSort = (typeof SORTS)[number];
const page = z.coerce.number().int().min(1).max(1000).catch(1);
const shown = z.object({ sort: z.enum(SORTS).catch("school"), page, moves: page, budget: z.string().max(20).optional().catch(undefined), until: z.string().max(6).optional().catch(undefined) });

/** How a plan is looked at, kept in the address: order and page of its tables, budget and target year of its path. */
export const planFilters = (search: Search) => shown.parse({ sort: search.sort ?? "school", page: search.page ?? 1, moves: search.moves ?? 1, budget: search.budget, until: search.until });
export type PlanFilters = ReturnType<typeof planFilters>;

/** The page of the list of plans. */
export const listPage = (search: Search): number => page.parse(search.page ?? 1);
