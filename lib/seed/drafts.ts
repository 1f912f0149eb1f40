import { FILING_SECTIONS, type FilingData } from "@/lib/filings/form";
import type { Prng } from "./prng";
import { schoolId } from "./schools";

/** The two schools of 西吉 with people: one in the middle of its form, one with its form sent back. */
export const FIRST_ACT: Partial<Record<string, "open" | "returned">> = { [schoolId("640422", 1)]: "open", [schoolId("640422", 2)]: "returned" };

/** A form filled as far as some section, the last one in part. */
export function partOf(data: FilingData, id: string, random: Prng): FilingData {
  const upTo = id in FIRST_ACT ? 4 : random.int(1, 6);
  const part: FilingData = {};
  FILING_SECTIONS.slice(0, upTo).forEach(({ key }, at) => {
    const values = Object.entries(data[key] ?? {});
    part[key] = Object.fromEntries(at === upTo - 1 ? values.slice(0, Math.max(1, Math.ceil(values.length / 2))) : values);
  });
  return part;
}
