/** The steps of 国家认定 as data of a batch. Pure. 2023, 2024 and 2025 as run: STANDARD A.4. */
export const STEP_KINDS = ["record", "items", "visit"] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export type BatchStep = { key: string; name: string; kind: StepKind };

const QUALIFICATION: BatchStep = { key: "qualification", name: "资格审查", kind: "record" };
const MONITORING: BatchStep = { key: "monitoring", name: "质量监测", kind: "record" };
const SURVEY: BatchStep = { key: "survey", name: "社会认可度调查", kind: "record" };
const INDICATORS: BatchStep = { key: "indicators", name: "指标审核", kind: "items" };

/** What is known of past years; a new batch starts from the last one. */
export const STEPS_OF: Record<2023 | 2024 | 2025, readonly BatchStep[]> = {
  2023: [MONITORING, SURVEY, INDICATORS, { key: "field", name: "实地核查", kind: "visit" }],
  2024: [QUALIFICATION, MONITORING, SURVEY, INDICATORS, { key: "assessment", name: "核查评估", kind: "visit" }],
  2025: [QUALIFICATION, MONITORING, SURVEY, INDICATORS, { key: "deliberation", name: "集中审议", kind: "record" }],
};

export const STEP_RESULTS = ["passed", "failed"] as const;
export type StepResult = (typeof STEP_RESULTS)[number];
export const STEP_RESULT_NAME: Record<StepResult, string> = { passed: "通过", failed: "未通过" };

/** The step that may be recorded next: they run in the order of the batch, and a recorded one may be put right. */
export function refuseStep(steps: readonly BatchStep[], recorded: readonly string[], key: string): string | null {
  const at = steps.findIndex((step) => step.key === key);
  if (at < 0) return "本批次没有这一步。";
  const before = steps.slice(0, at).find((step) => !recorded.includes(step.key));
  return before ? `请先记录“${before.name}”的结果。` : null;
}
