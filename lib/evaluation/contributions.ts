import type { IndicatorKey, Stage } from "@/lib/standard/indicators";
import type { Section } from "./evaluate-school";
import { variation } from "./variation";

/** A section's part in the squared coefficient of variation of one indicator, and on which side of the county's mean it lies. */
export type Contribution = { school: string; code: string; stage: Stage; value: number; share: number; side: "above" | "below" | "level" };

/** What is needed of a section to say its part. */
export type Contributor = Pick<Section, "school" | "code" | "stage" | "students"> & { values: Partial<Section["values"]> };

/**
 * Which sections make an indicator uneven: n(x/n − X̄)² of each over the sum of all, so the shares sum to 1; largest first.
 * Empty while data is missing or when there is no variation to share.
 */
export function contributionsOf(sections: readonly Contributor[], stage: Stage, key: IndicatorKey): Contribution[] {
  const own = sections.filter((section) => section.stage === stage);
  const values = own.flatMap((section) => section.values[key] ?? []);
  if (values.length < own.length) return [];
  const { mean, sd } = variation(values, own.map((section) => section.students));
  if (sd === 0) return [];
  const parts = own.map((section, index) => section.students * ((values[index] ?? 0) - mean) ** 2);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return own
    .map(({ school, code }, index): Contribution => {
      const value = values[index] ?? 0;
      return { school, code, stage, value, share: (parts[index] ?? 0) / whole, side: value > mean ? "above" : value < mean ? "below" : "level" };
    })
    .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
}
