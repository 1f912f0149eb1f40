/** The states of a filing. 逾期 is a mark beside a state, not a state. */
export const FILING_STATES = ["open", "submitted", "returned", "approved", "correcting", "resubmitted"] as const;
export type FilingState = (typeof FILING_STATES)[number];

export const FILING_STATE_NAME: Record<FilingState, string> = {
  open: "填报中",
  submitted: "待审核",
  returned: "已退回",
  approved: "已审定",
  correcting: "更正中",
  resubmitted: "更正待审核",
};

type Tone = "pass" | "fail" | "warn" | "pending" | "neutral";
export const FILING_STATE_TONE: Record<FilingState, Tone> = { open: "neutral", submitted: "pending", returned: "warn", approved: "pass", correcting: "warn", resubmitted: "pending" };

export const isFilingState = (state: string): state is FilingState => (FILING_STATES as readonly string[]).includes(state);

/** What may happen to a filing, by whom, and where it leads. A correction leaves the approved version standing. */
export const FILING_ACTS = {
  edit: { from: ["open", "returned", "correcting"], to: null },
  submit: { from: ["open", "returned"], to: "submitted" },
  resubmit: { from: ["correcting"], to: "resubmitted" },
  return: { from: ["submitted"], to: "returned" },
  returnCorrection: { from: ["resubmitted"], to: "correcting" },
  approve: { from: ["submitted", "resubmitted"], to: "approved" },
  correct: { from: ["approved"], to: "correcting" },
} as const satisfies Record<string, { from: readonly FilingState[]; to: FilingState | null }>;
export type FilingAct = keyof typeof FILING_ACTS;

export const mayAct = (state: FilingState, act: FilingAct): boolean => (FILING_ACTS[act].from as readonly FilingState[]).includes(state);
