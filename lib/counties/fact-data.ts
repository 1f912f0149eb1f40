import type { SectionData } from "@/lib/forms/field";
import { readSection } from "@/lib/filings/read-data";

/** Why the bureau returned a draft travels with the draft itself, so that a unit, which cannot read the log, sees it; submission drops it. */
const RETURNED = "returnReason";

/** The stored JSON of an item: the values by field, and the reason of a return where there is one. */
export function readFact(json: unknown): { values: SectionData; returnReason: string | null } {
  const { [RETURNED]: reason, ...values } = readSection(json);
  return { values, returnReason: typeof reason === "string" ? reason : null };
}

export const withReason = (values: SectionData, reason: string): SectionData => ({ ...values, [RETURNED]: reason });

export type Change = { from: unknown; to: unknown };

/** Field → { from, to } of everything that differs, for the audit log. */
export function changesBetween(before: SectionData, after: SectionData): Record<string, Change> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(keys.flatMap((key) => {
    const [from, to] = [before[key] ?? null, after[key] ?? null];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [[key, { from, to }]];
  }));
}
