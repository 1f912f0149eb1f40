import { perKey } from "@/lib/evaluation/evaluate-school";
import type { Asked } from "./rules";
import type { SolveInput } from "./schema";

/** What was typed, as numbers; the schema has looked at it. Pure. */
export function numbersOf({ mode, quota, money, unitCost }: Pick<SolveInput, "mode" | "quota" | "money" | "unitCost">): Asked {
  return {
    quota: mode === "additions" || quota === "" ? null : Number(quota) / 100,
    money,
    unitCost: money === "yuan" ? perKey((key) => Number(unitCost[key])) : null,
  };
}
