import { z } from "zod";
import { INDICATOR_KEYS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { CountyCvRow } from "./list-county-cvs";
import type { CountyStandingRow } from "./list-county-standings";

export const HEAT_SHOWS = ["all", "over", "within", "open"] as const;
export type HeatShow = (typeof HEAT_SHOWS)[number];
export const HEAT_SHOW_NAME: Record<HeatShow, string> = { all: "全部", over: "有超限", within: "均在限值内", open: "数据不全" };
export type HeatSort = { stage: Stage; key: IndicatorKey; descending: boolean } | null;
export type HeatFilters = { show: HeatShow; city: string | null; sort: HeatSort; page: number };

export type HeatCell = { cv: number | null; limit: number; pass: boolean };
export type HeatRow = { code: string; name: string; city: string; cityCode: string; cells: Partial<Record<`${Stage}.${IndicatorKey}`, HeatCell>>; over: number; open: number };

/** Rows of a page: a province's counties in a few pages. */
export const HEAT_PAGE = 30;

const raw = z.object({ show: z.enum(HEAT_SHOWS).catch("all"), city: z.string().regex(/^\d{4}$/).nullable().catch(null), sort: z.string().catch(""), page: z.coerce.number().int().min(1).max(1000).catch(1) });

function sortOf(text: string): HeatSort {
  const [stage, key] = text.replace(/^-/, "").split(".");
  const known = { stage: STAGES.find((one) => one === stage), key: INDICATOR_KEYS.find((one) => one === key) };
  return known.stage && known.key ? { stage: known.stage, key: known.key, descending: text.startsWith("-") } : null;
}

/** The heat table's filters and order, kept in the address; an unknown value is none. */
export function heatFilters(search: Record<string, string | string[] | undefined>): HeatFilters {
  const { show, city, sort, page } = raw.parse({ show: search.show, city: search.city ?? null, sort: search.sort ?? "", page: search.page ?? 1 });
  return { show, city, page, sort: sortOf(sort) };
}

/** The same table in an address with some of it changed; a change of anything but the page leads to the first page. */
export function heatHref(code: string, year: number, filters: HeatFilters, change: Partial<HeatFilters>): string {
  const { show, city, sort, page } = { ...filters, page: 1, ...change };
  const given = { show: show === "all" ? null : show, city, sort: sort ? `${sort.descending ? "-" : ""}${sort.stage}.${sort.key}` : null, page: page > 1 ? String(page) : null };
  return `/d/${code}/overview?${new URLSearchParams([["year", String(year)], ...Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []))])}#heat`;
}

/** Counties with their 14 coefficients in the order of codes. */
export function heatRows(counties: Pick<CountyStandingRow, "code" | "name" | "city" | "cityCode">[], cvs: CountyCvRow[]): HeatRow[] {
  const rows = new Map(counties.map(({ code, name, city, cityCode }): [string, HeatRow] => [code, { code, name, city, cityCode, cells: {}, over: 0, open: 0 }]));
  for (const { code, stage, indicator, cv, cvLimit, cvPass } of cvs) {
    const row = rows.get(code);
    if (!row) continue;
    row.cells[`${stage}.${indicator}`] = { cv, limit: cvLimit, pass: cvPass };
    if (cv === null) row.open += 1;
    else if (!cvPass) row.over += 1;
  }
  return [...rows.values()];
}

const hasCells = (row: HeatRow) => Object.keys(row.cells).length > 0;
const shows: Record<HeatShow, (row: HeatRow) => boolean> = {
  all: () => true,
  over: (row) => row.over > 0,
  within: (row) => hasCells(row) && row.over === 0 && row.open === 0,
  open: (row) => !hasCells(row) || row.open > 0,
};

/** Rows that pass the filters, by the coefficient asked for or by code; what is not known stands last in either direction. */
export function arrangeHeat(rows: HeatRow[], { show, city, sort }: Pick<HeatFilters, "show" | "city" | "sort">): HeatRow[] {
  const kept = rows.filter((row) => (city === null || row.cityCode === city) && shows[show](row));
  if (!sort) return kept;
  const value = (row: HeatRow) => row.cells[`${sort.stage}.${sort.key}`]?.cv ?? null;
  return [...kept].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return (sort.descending ? y - x : x - y) || (a.code < b.code ? -1 : 1);
  });
}
