/** Where an item of the county stands; `empty` is the absence of a row, never stored. */
export const FACT_STATES = ["empty", "draft", "submitted", "approved"] as const;
export type FactState = (typeof FACT_STATES)[number];

export const FACT_STATE_NAME: Record<FactState, string> = { empty: "未填", draft: "草稿", submitted: "待审核", approved: "已审定" };
export const FACT_STATE_TONE: Record<FactState, "neutral" | "warn" | "pending" | "pass"> = { empty: "neutral", draft: "warn", submitted: "pending", approved: "pass" };

export const isFactState = (value: string): value is FactState => FACT_STATES.some((state) => state === value);

/** What may be done in which state while the year is open (decision 0002 for corrections). */
export const FACT_ACTS = {
  edit: ["empty", "draft"],
  submit: ["empty", "draft"],
  approve: ["submitted"],
  return: ["submitted"],
} as const satisfies Record<string, readonly FactState[]>;
export type FactAct = keyof typeof FACT_ACTS;

export const mayDo = (state: FactState, act: FactAct): boolean => FACT_ACTS[act].some((allowed) => allowed === state);

/** A correction replaces what was approved; in a completed year it is also the only way to enter what came late. */
export const mayCorrect = (state: FactState, completed: boolean): boolean => completed || state === "approved";
