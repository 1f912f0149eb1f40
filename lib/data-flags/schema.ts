import { z } from "zod";
import { FLAG_RULE_KEYS } from "./detect-rules";
import { FLAG_ACT_KEYS, FLAG_STATES } from "./rules";

const county = z.string().regex(/^\d{6}$/);
const year = z.coerce.number().int().min(2000).max(2100);
export const scanInput = z.object({ divisionCode: county, year });
export const flagActInput = z.object({ divisionCode: county, year, key: z.string().max(200), version: z.coerce.number().int().min(0), act: z.enum(FLAG_ACT_KEYS), text: z.string().trim().max(1000, "最多 1000 字。").default("") });

const filter = z.object({ state: z.enum(FLAG_STATES).optional().catch(undefined), rule: z.enum(FLAG_RULE_KEYS).optional().catch(undefined) });
export type FlagFilters = z.infer<typeof filter>;
/** What the list is filtered by, from the address. */
export const flagFilters = (search: Record<string, string | string[] | undefined>): FlagFilters => filter.parse(search);
