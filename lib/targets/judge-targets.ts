import { actualText, measureOf, targetText, type Measure } from "./measures";
import { outcomeOf, type Outcome } from "./rules";

export type TargetRow = { year: number; measure: string; target: number; actual: number | null };
export type JudgedTarget = TargetRow & { label: string; direction: Measure["direction"]; outcome: Outcome; targetText: string; actualText: string };

/** Targets in the order of the catalogue, each with its outcome and its texts; measures that the catalogue has left are passed over. */
export function judgeTargets(rows: TargetRow[]): JudgedTarget[] {
  return rows.flatMap((row) => {
    const measure = measureOf(row.measure);
    if (!measure) return [];
    return [{ ...row, label: measure.label, direction: measure.direction, outcome: outcomeOf(row.target, row.actual, measure.direction), targetText: targetText(measure, row.target), actualText: actualText(measure, row.actual, row.target) }];
  });
}
