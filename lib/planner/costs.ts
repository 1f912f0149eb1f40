import { DEFAULT_UNIT_COST } from "@/lib/evaluation/planner/units";
import type { PerKey } from "@/lib/evaluation/evaluate-school";
import type { Asked } from "./rules";

/** The cost of a raw unit that a plan was reckoned with. Apart from the names, which every page carries. */
export const costsOf = ({ money, unitCost }: Pick<Asked, "money" | "unitCost">): PerKey<number> => (money === "yuan" && unitCost ? unitCost : DEFAULT_UNIT_COST);
