import { z } from "zod";
import { VISIT_STATES } from "./rules";

const filters = z.object({ state: z.enum(VISIT_STATES).optional().catch(undefined), page: z.coerce.number().int().min(1).max(10_000).catch(1) });
export type VisitFilters = z.infer<typeof filters>;

/** The state and page in the address; an unknown value is none. */
export const visitFilters = (search: Record<string, string | string[] | undefined>): VisitFilters => filters.parse(search);

export function visitsHref(path: string, year: number, { state, page = 1 }: Partial<VisitFilters>): string {
  const search = new URLSearchParams({ year: String(year), ...(state ? { state } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return `${path}?${search}`;
}
