import { yearName } from "@/lib/results/years";
import { FACT_STATE_NAME, type FactState } from "./states";

const ORDER: FactState[] = ["approved", "submitted", "draft", "empty"];

export type Summary = { sentence: string; tone: "pass" | "warn" | "pending" };

/** The sentence that opens the page: how many items are approved, waiting, in hand and empty. */
export function summarise(who: string, year: number, states: readonly FactState[], reading: boolean): Summary {
  const count = (state: FactState) => states.filter((one) => one === state).length;
  const approved = count("approved");
  const start = `${who}${yearName(year)}县级指标 ${states.length} 项`;
  if (states.length > 0 && approved === states.length) return { sentence: `${start}均已审定。`, tone: "pass" };
  if (reading) return { sentence: `${start}，已审定 ${approved} 项，其余 ${states.length - approved} 项尚未审定。`, tone: "pending" };
  const parts = ORDER.filter((state) => count(state) > 0).map((state) => `${FACT_STATE_NAME[state]} ${count(state)} 项`);
  return { sentence: `${start}：${parts.join("，")}。`, tone: count("submitted") > 0 ? "warn" : "pending" };
}
