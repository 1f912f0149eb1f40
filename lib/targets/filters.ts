import { z } from "zod";
import { BEHIND_FILTERS } from "./rules";

const schema = z.object({ filter: z.enum(BEHIND_FILTERS).catch("behind"), page: z.coerce.number().int().min(1).max(1000).catch(1) });

/** The filter of a list of counties behind plan, kept in the address. */
export const behindFilters = (search: Record<string, string | string[] | undefined>) => schema.parse({ filter: search.show, page: search.page ?? 1 });
