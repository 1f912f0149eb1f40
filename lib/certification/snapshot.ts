import { z } from "zod";
import { readSection } from "@/lib/filings/read-data";
import type { CountyFacts } from "@/lib/items/judge-county";
import { computeCounty } from "@/lib/results/recompute-county";
import { schoolFactRow } from "@/lib/results/schema";
import type { SchoolFactRow } from "@/lib/results/school-fact-row";
import type { StandardInForce } from "@/lib/standard/in-force";
import { storedStandard } from "@/lib/standard/schema";
import { siteField } from "./site-fields";

/** What a submission freezes: the data, the standard and the readings that it was judged by. Enough to compute every figure again. Pure. */
export type SnapshotInputs = { divisionCode: string; year: number; rows: SchoolFactRow[]; county: CountyFacts; expected: number; standard: StandardInForce };

const stored = z.object({ divisionCode: z.string(), year: z.number(), rows: z.array(schoolFactRow), county: z.record(z.string(), z.unknown()), expected: z.number(), standard: storedStandard });

/** Frozen JSON as inputs again. */
export function readSnapshot(json: unknown): SnapshotInputs {
  const { county, ...rest } = stored.parse(json);
  return { ...rest, county: Object.fromEntries(Object.entries(county).map(([item, data]) => [item, readSection(data)])) };
}

/** The results of a snapshot, from nothing but itself. */
export function computeSnapshot({ divisionCode, year, rows, county, expected, standard }: SnapshotInputs) {
  const { evaluation, items, resourceVerdict, verdict, reported } = computeCounty(divisionCode, year, rows, county, expected, standard);
  return { evaluation, items, resourceVerdict, verdict, expected, reported };
}
export type SnapshotResults = ReturnType<typeof computeSnapshot>;

/** JSON with its keys in order: the same content is the same text, whoever wrote it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
  return JSON.stringify(value ?? null);
}

/** A figure found on site beside the filed one. */
export type SiteValue = { schoolCode: string; field: string; found: number };

/** The snapshot with what was found on site in place of what was filed (核实口径); the filed figures stay as they are. */
export function withSiteValues(inputs: SnapshotInputs, values: readonly SiteValue[]): SnapshotInputs {
  const rows = inputs.rows.map((row) => {
    const own = values.filter(({ schoolCode }) => schoolCode === row.code);
    return own.reduce((so, { field, found }) => siteField(field)?.write(so, found) ?? so, row);
  });
  return { ...inputs, rows };
}
