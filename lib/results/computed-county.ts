import type { CountyEvaluation } from "@/lib/evaluation/evaluate-county";
import type { ItemVerdict } from "@/lib/items/verdicts";
import type { StandardInForce } from "@/lib/standard/in-force";
import type { CountyFeatures } from "./features";

/** Everything that is stored for a county and year, computed from approved facts. */
export type ComputedCounty = {
  divisionCode: string;
  year: number;
  /** What it was judged by; stored with the results. */
  standard: StandardInForce;
  expected: number;
  reported: number;
  evaluation: CountyEvaluation;
  schoolIds: Map<string, string>;
  items: ItemVerdict[];
  resourceVerdict: boolean | null;
  verdict: boolean | null;
  features: CountyFeatures;
};
