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

/** Steps as a person wrote them, each with a key of its own; a step that was there keeps its. */
export function withKeys(steps: readonly BatchStep[]): BatchStep[] {
  const taken = new Set(steps.map(({ key }) => key));
  let next = 1;
  const fresh = (): string => { const key = `step-${next++}`; return taken.has(key) ? fresh() : key; };
  return steps.map((step) => (step.key === "" ? { ...step, key: fresh() } : step));
}
export const STEP_KIND_NAME: Record<StepKind, string> = { record: "记录结果", items: "逐项审核", visit: "实地核查" };

export const STEP_RESULTS = ["passed", "failed"] as const;
export type StepResult = (typeof STEP_RESULTS)[number];
export const STEP_RESULT_NAME: Record<StepResult, string> = { passed: "通过", failed: "未通过" };

/** What a step that reviews or visits rests on, of the level that records it. */
export type StepGrounds = { itemsOpen: number; visitsOpen: number; visitsDone: number };

/** Why the result of a step may not be recorded now: they run in the order of the batch (a recorded one may be put right), and what is passed has been done. */
export function refuseStep(steps: readonly BatchStep[], recorded: readonly string[], key: string, result: StepResult, { itemsOpen, visitsOpen, visitsDone }: StepGrounds): string | null {
  const at = steps.findIndex((step) => step.key === key);
  const step = steps[at];
  if (!step) return "本批次没有这一步。";
  const before = steps.slice(0, at).find((one) => !recorded.includes(one.key));
  if (before) return `请先记录“${before.name}”的结果。`;
  if (result === "failed") return null;
  if (step.kind === "items" && itemsOpen > 0) return `逐项审核还有 ${itemsOpen} 项没有意见，不能记为通过。`;
  if (step.kind === "visit" && (visitsDone === 0 || visitsOpen > 0)) return "实地核查还没有办结，不能记为通过。";
  return null;
}
