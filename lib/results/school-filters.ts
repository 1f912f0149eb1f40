import { z } from "zod";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { SCHOOL_KINDS } from "@/lib/standard/school-kinds";

/** The columns that a person may hide; name and verdict always stand. */
export const SCHOOL_COLUMNS = ["county", "kind", "stage", "students", ...INDICATOR_KEYS, "count"] as const;
export type SchoolColumn = (typeof SCHOOL_COLUMNS)[number];
const SHOWN_AT_FIRST = SCHOOL_COLUMNS.filter((column) => column !== "kind");

/** What the table may be ordered by: everything it shows, and the code of the school. */
export const SORT_KEYS = ["code", "name", "county", "stage", "students", ...INDICATOR_KEYS, "count", "state"] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = { key: SortKey; descending: boolean };

const BY_CODE: Sort = { key: "code", descending: false };
const sort = z.string().transform((text, context): Sort => {
  const key = SORT_KEYS.find((known) => known === text.replace(/^-/, ""));
  if (key) return { key, descending: text.startsWith("-") };
  context.addIssue({ code: "custom", message: "" });
  return z.NEVER;
});

const filters = z.object({
  stage: z.enum(STAGES).optional().catch(undefined),
  kind: z.enum(SCHOOL_KINDS).optional().catch(undefined),
  verdict: z.enum(["met", "unmet", "open"]).optional().catch(undefined),
  q: z.string().trim().max(40).optional().catch(undefined),
  sort: sort.catch(BY_CODE),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  cols: z.union([z.string().transform((one) => [one]), z.array(z.string())]).transform((given) => SCHOOL_COLUMNS.filter((column) => given.includes(column))).optional().catch(undefined),
});
export type SchoolFilters = Omit<z.infer<typeof filters>, "cols"> & { cols: SchoolColumn[] };

type Raw = Record<string, string | string[] | undefined>;

/** The filters, order, page and columns in the address; an unknown value is none. */
export function schoolFilters(search: Raw): SchoolFilters {
  const { cols, ...rest } = filters.parse(search);
  return { ...rest, cols: cols && cols.length > 0 ? cols : SHOWN_AT_FIRST };
}

export const sortText = ({ key, descending }: Sort): string => `${descending ? "-" : ""}${key}`;

/** The address of the list with some of it changed; a change of anything but the page leads to the first page. */
export function schoolsHref(code: string, year: number, filters: SchoolFilters, change: Partial<Pick<SchoolFilters, "sort" | "page">>): string {
  const { stage, kind, verdict, q, sort: order, cols, page } = { ...filters, page: 1, ...change };
  const given = { stage, kind, verdict, q, sort: order.key === "code" && !order.descending ? undefined : sortText(order), page: page > 1 ? String(page) : undefined };
  const search = new URLSearchParams([["year", String(year)], ...Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []))]);
  if (cols.join() !== SHOWN_AT_FIRST.join()) for (const column of cols) search.append("cols", column);
  return `/d/${code}/schools?${search}`;
}
