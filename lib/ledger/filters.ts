import { z } from "zod";
import { ITEM_KEYS } from "./item-names";
import { LEDGER_STATES, SOURCES } from "./rules";

export const VIEWS = ["list", "owners", "years"] as const;
export const VIEW_NAME: Record<(typeof VIEWS)[number], string> = { list: "台账", owners: "按责任单位和学校", years: "按指标和年度" };

const schema = z.object({
  view: z.enum(VIEWS).catch("list"),
  state: z.enum([...LEDGER_STATES, "overdue", "data_met", "standing"]).optional().catch(undefined),
  source: z.enum(SOURCES).optional().catch(undefined),
  item: z.string().refine((item) => ITEM_KEYS.includes(item)).optional().catch(undefined),
  level: z.enum(["county", "school"]).optional().catch(undefined),
  /** A unit's id, `bureau` or `school`. */
  owner: z.string().max(60).optional().catch(undefined),
  planned: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  /** Part of a school's name. */
  q: z.string().trim().max(40).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The filters of a county's ledger, kept in the address; an empty field asks for nothing. */
export type LedgerFilters = z.infer<typeof schema>;
export const ledgerFilters = (search: Record<string, string | string[] | undefined>): LedgerFilters =>
  schema.parse(Object.fromEntries(Object.entries(search).filter(([, value]) => value !== "")));

/** The same list in an address, with some of it changed. */
export function ledgerQuery(filters: LedgerFilters, change: Partial<LedgerFilters> = {}): string {
  const { page, view, ...rest } = { ...filters, page: 1, ...change };
  const entries = Object.entries({ ...rest, ...(page > 1 ? { page } : {}), ...(view === "list" ? {} : { view }) }).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
}
